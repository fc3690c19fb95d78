-- The parts of a case are seen with the case. Written out in every policy, that question made a move's statement so
-- large that preparing it for each run cost more than running it; asked of a function it is planned once a connection.
create function cases.reaches(community bigint, case_id uuid) returns boolean
  language plpgsql stable parallel safe
as $$
begin
  return exists (select from cases.cases c where c.community_id = community and c.id = reaches.case_id);
end
$$;
comment on function cases.reaches(bigint, uuid) is
  'Whether the caller sees the case: asked under the caller''s own rights, so that the policy of cases answers.';

do $$
declare
  part text;
begin
  foreach part in array array['rounds', 'legs', 'clocks', 'proofs', 'voices', 'contacts', 'extension_requests', 'entries']
  loop
    execute format('drop policy seen on cases.%1$I', part);
    execute format(
      'create policy seen on cases.%1$I using ((select kit.scope()) = ''job'' or cases.reaches(community_id, case_id))',
      part);
  end loop;
end
$$;
