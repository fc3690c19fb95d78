-- Objects, plans and results are read and written where one stands: by the community, whoever covers it, and its grids.
-- Until here only the routes refused a neighbour; now the rows do, too.
create function patrols.is_mine(community bigint) returns boolean
  language sql stable parallel safe
begin atomic
  select exists (
    select from places.areas a
     where a.id = community
       and (kit.covers(a.path)
            or (kit.scope() = 'staff' and exists (select from unnest(kit.roots()) root where root ^@ a.path))));
end;
comment on function patrols.is_mine(bigint) is
  'Whether staff asks whose places cover this community or lie in it.';
grant execute on function patrols.is_mine(bigint) to linli_app;

drop policy of_staff on patrols.objects;
drop policy of_staff on patrols.plans;
drop policy of_staff on patrols.results;
create policy of_my_places on patrols.objects
  using ((select kit.scope()) = 'job' or patrols.is_mine(community_id))
  with check ((select kit.scope()) = 'job' or patrols.is_mine(community_id));
create policy of_my_places on patrols.plans
  using ((select kit.scope()) = 'job' or patrols.is_mine(community_id))
  with check ((select kit.scope()) = 'job' or patrols.is_mine(community_id));
create policy of_my_places on patrols.results
  using ((select kit.scope()) = 'job' or patrols.is_mine(community_id))
  with check ((select kit.scope()) = 'job' or patrols.is_mine(community_id));
