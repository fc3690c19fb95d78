-- Objects and plans are edited, not ended and laid anew: each version stays, with the day from which it held. A fault is claimed
-- before its case is filed, so that of two who press at once one files and the other is told.
create table patrols.changes (
  community_id bigint  not null references places.areas,
  what         text    not null check (what in ('object', 'plan')),
  kept_id      uuid    not null,
  version      integer not null check (version > 0),
  on_day       date    not null,
  said         jsonb   not null check (jsonb_typeof(said) = 'object'),
  primary key (community_id, kept_id, version)
);
comment on table patrols.changes is
  'How an object or a plan stood from a day on, version by version. Append-only, and without the name of whoever kept it.';
alter table patrols.changes enable row level security;
create policy of_my_places on patrols.changes
  using ((select kit.scope()) = 'job' or patrols.is_mine(community_id))
  with check ((select kit.scope()) = 'job' or patrols.is_mine(community_id));
grant select, insert on patrols.changes to linli_app;

-- What stands now is the first version that is remembered.
insert into patrols.changes (community_id, what, kept_id, version, on_day, said)
select o.community_id,
       'object',
       o.id,
       o.version,
       current_date,
       jsonb_build_object('areaId', o.area_id, 'kind', o.kind, 'name', o.name, 'tag', o.tag, 'lon', o.lon, 'lat', o.lat)
  from patrols.objects o;
insert into patrols.changes (community_id, what, kept_id, version, on_day, said)
select p.community_id,
       'plan',
       p.id,
       p.version,
       current_date,
       jsonb_build_object('areaId', p.area_id, 'name', p.name, 'everyWeeks', p.every_weeks, 'months', p.months,
                          'fromOn', p.from_on, 'stops', p.stops)
  from patrols.plans p;

alter table patrols.plans
  add column before_weeks  smallint check (before_weeks between 1 and 52),
  add column before_months smallint[] check (before_months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'),
  add column before_from   date,
  add constraint plans_before check (num_nulls(before_weeks, before_months, before_from) in (0, 3) and before_from < from_on);
comment on column patrols.plans.before_from is
  'The rhythm that still holds until from_on, where a new one begins on a day to come: a round that runs is not torn.';
grant update (before_weeks, before_months, before_from) on patrols.plans to linli_app;

-- Nothing of a result changes but the number of the case it became, once.
grant update (case_number) on patrols.results to linli_app;
