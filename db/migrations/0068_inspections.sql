-- Things that are looked at by plan 部件巡检: lamps, hydrants, playgrounds. A result belongs to the thing: which round, which day,
-- in order or not. Who looked and at what hour is kept nowhere, so that no plan becomes a check-in.
create table patrols.objects (
  community_id bigint   not null references places.areas,
  id           uuid     not null,
  area_id      bigint   not null references places.areas,
  kind         text     not null check (kind in ('lamp', 'hydrant', 'extinguisher', 'playground', 'stairs', 'manhole', 'board', 'bench', 'other')),
  name         text     not null check (length(name) between 2 and 60),
  tag          text     check (length(tag) between 1 and 40),
  lon          double precision check (lon between -180 and 180),
  lat          double precision check (lat between -90 and 90),
  ended_on     date,
  version      integer  not null default 1 check (version > 0),
  primary key (community_id, id),
  check ((lon is null) = (lat is null))
);
comment on table patrols.objects is
  'Managed objects of a community: what it is, where it stands, the number on its tag. Kept by the office that keeps resources; '
  'ended, never deleted.';
create unique index objects_tag on patrols.objects (community_id, tag) where tag is not null;

create table patrols.plans (
  community_id bigint     not null references places.areas,
  id           uuid       not null,
  area_id      bigint     not null references places.areas,
  area_path    text       not null,
  name         text       not null check (length(name) between 2 and 60),
  every_weeks  smallint   not null check (every_weeks between 1 and 52),
  months       smallint[] not null default '{}' check (months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'),
  from_on      date       not null,
  stops        uuid[]     not null check (cardinality(stops) between 1 and 200),
  ended_on     date,
  version      integer    not null default 1 check (version > 0),
  primary key (community_id, id)
);
comment on table patrols.plans is
  'A route and how often it is walked: ordered objects, every so many weeks, in some months or all year, by the team of an area '
  'and never by a named person.';
create index plans_area on patrols.plans (area_path text_pattern_ops);

create table patrols.results (
  community_id bigint not null,
  plan_id      uuid   not null,
  object_id    uuid   not null,
  due_on       date   not null,
  on_day       date   not null,
  result       text   not null check (result in ('inOrder', 'fault', 'notReached')),
  words        text   check (length(words) between 2 and 200),
  case_number  text,
  primary key (community_id, plan_id, object_id, due_on),
  foreign key (community_id, plan_id)   references patrols.plans,
  foreign key (community_id, object_id) references patrols.objects,
  check (result = 'fault' or case_number is null)
);
comment on table patrols.results is
  'How an object was found in a round that was due on a day. Append-only. Neither a person nor an hour: the history is the object''s.';
create index results_object on patrols.results (community_id, object_id, on_day desc);

alter table patrols.objects enable row level security;
alter table patrols.plans   enable row level security;
alter table patrols.results enable row level security;
create policy of_staff on patrols.objects using ((select kit.scope()) in ('staff', 'job')) with check ((select kit.scope()) in ('staff', 'job'));
create policy of_staff on patrols.plans   using ((select kit.scope()) in ('staff', 'job')) with check ((select kit.scope()) in ('staff', 'job'));
create policy of_staff on patrols.results using ((select kit.scope()) in ('staff', 'job')) with check ((select kit.scope()) in ('staff', 'job'));
grant select, insert on patrols.objects, patrols.plans, patrols.results to linli_app;
grant update (area_id, kind, name, tag, lon, lat, ended_on, version) on patrols.objects to linli_app;
grant update (area_id, area_path, name, every_weeks, months, from_on, stops, ended_on, version) on patrols.plans to linli_app;
