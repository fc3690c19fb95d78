-- A notice written for a day to come is read by its office alone until that day begins at its place. Until here only the
-- routes hid it; now the rows do, too. Whoever reads says by which clock; unsaid, it is the database's.
create function notices.day_at(community bigint) returns date
  language sql stable parallel safe
begin atomic
  select (coalesce(nullif(current_setting('app.board_at', true), '')::timestamptz, now()) at time zone a.time_zone)::date
    from places.areas a
   where a.id = community;
end;
comment on function notices.day_at(bigint) is
  'Which day it is at a community: by the instant the server read at (app.board_at), else now.';
grant execute on function notices.day_at(bigint) to linli_app;

drop policy known on notices.board;
create policy begun on notices.board for select
  using ((select kit.scope()) <> '' and from_on <= notices.day_at(community_id));
