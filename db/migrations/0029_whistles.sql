-- 吹哨报到: a street calls several units to one place by one time. A call is a duty of the unit, counted by its time.
create table cases.whistles (
  community_id bigint      not null,
  case_id      uuid        not null,
  serial       smallint    not null check (serial > 0),
  round        smallint    not null,
  by           text        not null,
  area_id      bigint      not null references places.areas,
  at           timestamptz not null,
  reason       text        not null check (length(reason) between 2 and 500),
  meet_by      timestamptz not null,
  plan         text,
  result       text,
  settled_at   timestamptz,
  settled_by   text,
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check (meet_by > at),
  check ((settled_at is null) = (plan is null) and (settled_at is null) = (result is null))
);
comment on table cases.whistles is 'Calls of a street or a higher layer that bring several units together: why, by when, what was agreed and what came of it.';

create table cases.whistle_calls (
  community_id    bigint   not null,
  case_id         uuid     not null,
  whistle         smallint not null,
  place           smallint not null check (place > 0),
  area_id         bigint   not null references places.areas,
  unit_id         bigint   references people.units,
  meet_by         timestamptz not null,
  called_at       timestamptz not null,
  arrived_at      timestamptz,
  witnessed       boolean  not null default false,
  rated_by_caller text     check (rated_by_caller in ('well', 'fair', 'poorly')),
  rated_by_unit   text     check (rated_by_unit in ('well', 'fair', 'poorly')),
  primary key (community_id, case_id, whistle, place),
  unique nulls not distinct (community_id, case_id, whistle, area_id, unit_id),
  foreign key (community_id, case_id, whistle) references cases.whistles deferrable initially deferred,
  check (arrived_at >= called_at)
);
comment on table cases.whistle_calls is
  'One called unit: when it was there, and the two words on how units worked together. Of units, never of persons. '
  'meet_by and called_at are those of the whistle, so that figure 13 goes by one index.';
create index whistle_calls_meet on cases.whistle_calls (meet_by);

do $$
declare
  part text;
begin
  foreach part in array array['whistles', 'whistle_calls']
  loop
    execute format('alter table cases.%1$I enable row level security', part);
    execute format(
      'create policy seen on cases.%1$I using ((select kit.scope()) = ''job'' or cases.reaches(community_id, case_id))',
      part);
    execute format('grant select, insert, update on cases.%1$I to linli_app', part);
  end loop;
end
$$;

alter table cases.tallies
  add column called          integer not null default 0,
  add column arrived_on_time integer not null default 0;
