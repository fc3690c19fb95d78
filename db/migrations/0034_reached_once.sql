-- A move writes a case's parts row by row, a page reads them row by row, and each row asked anew whether its case is
-- seen. A transaction that has seen a case, for the same caller, need not look again for each of its rows. It
-- remembers that in a setting of the transaction, which no parallel plan may do.
create or replace function cases.reaches(community bigint, case_id uuid) returns boolean
  language plpgsql stable parallel unsafe
as $$
declare
  -- Everything the answer depends on but the case's own row: who asks, with what subtrees, units or secret.
  asked text := concat_ws('|', case_id, community, current_setting('app.scope', true), current_setting('app.roots', true),
                          current_setting('app.units', true), current_setting('app.voice', true));
begin
  if current_setting('app.reached', true) = asked then
    return true;
  end if;
  if not exists (select from cases.cases c where c.community_id = community and c.id = reaches.case_id) then
    return false;
  end if;
  perform set_config('app.reached', asked, true);
  return true;
end
$$;
comment on function cases.reaches(bigint, uuid) is
  'Whether the caller sees the case: asked under the caller''s own rights, so that the policy of cases answers; once in a '
  'transaction for rows of one case.';
