-- Figure 11: filed cases by whether we found them or somebody had to say so. Cases from above or from other systems are
-- neither. What was filed so far is counted from the rows, by the day of the place.
alter table cases.tallies
  add column filed_found integer not null default 0,
  add column filed_said  integer not null default 0;

with filed as (
  select c.community_id,
         c.filed_area_id,
         (c.filed_at at time zone a.time_zone)::date    as day,
         c.source in ('GRID_PATROL', 'DEVICE')          as found
    from cases.cases  c
    join places.areas a on a.id = c.filed_area_id
   where c.filed_at is not null
     and c.state not in ('VOID', 'MERGED')
     and c.source not in ('UPPER_LEVEL', 'OTHER_SYSTEM')),
counted as (
  select community_id, filed_area_id, 'day' as grain, day as bucket,
         count(*) filter (where found) as found, count(*) filter (where not found) as said
    from filed
   group by community_id, filed_area_id, day
   union all
  select community_id, filed_area_id, 'month', date_trunc('month', day)::date,
         count(*) filter (where found), count(*) filter (where not found)
    from filed
   group by community_id, filed_area_id, date_trunc('month', day))
update cases.tallies t
   set filed_found = n.found,
       filed_said  = n.said
  from counted n
 where t.community_id = n.community_id
   and t.area_id = n.filed_area_id
   and t.grain = n.grain
   and t.bucket = n.bucket;

-- Figure 10: whether the same came up before, at the same place. Asked for a bounded number of cases, so two short walks
-- by index answer it; a case that is reported only is in neither index.
create index cases_same_address on cases.cases (category, address)
  where filed_at is not null and address is not null;
create index cases_same_spot on cases.cases (category, lat)
  where filed_at is not null and lat is not null;

-- The earlier case may lie across a border, where whoever reads the list may not see it: only yes or no comes out.
create function cases.came_before(
  of_category text, of_address text, of_lon double precision, of_lat double precision, since timestamptz, until timestamptz)
  returns boolean
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if kit.scope() not in ('job', 'staff') then
    raise exception 'only staff and jobs ask what came before';
  end if;
  return exists (
      select from cases.cases e
       where e.category = of_category
         and e.address = of_address
         and e.filed_at is not null
         and e.address is not null
         and e.state not in ('VOID', 'MERGED')
         and e.reported_at >= since
         and e.reported_at < until)
    or exists (
      select from cases.cases e
       where e.category = of_category
         and e.lat between of_lat - 0.0006 and of_lat + 0.0006
         and e.filed_at is not null
         and e.lat is not null
         and e.state not in ('VOID', 'MERGED')
         and e.reported_at >= since
         and e.reported_at < until
         -- Metres per degree: the series of core/places/geometry.ts.
         and sqrt(power((e.lat - of_lat) * (111132.92 - 559.82 * cos(radians(2 * of_lat))), 2)
                  + power((e.lon - of_lon)
                          * (111412.84 * cos(radians(of_lat)) - 93.5 * cos(radians(3 * of_lat))), 2)) <= 50);
end
$$;
comment on function cases.came_before(text, text, double precision, double precision, timestamptz, timestamptz) is
  'Whether a filed case of the same category at the same place (same address, else within 50 m) was reported in between.';
revoke all on function cases.came_before(text, text, double precision, double precision, timestamptz, timestamptz) from public;
grant execute on function cases.came_before(text, text, double precision, double precision, timestamptz, timestamptz) to linli_app;
