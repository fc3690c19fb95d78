-- What an area can draw on, and how a community asks the levels above for more of it. No personal data: a resource is
-- an organisation, a room, a fund or a group, with the telephone of its counter. The register is read across communities
-- (a district's hospital lies within reach of many), so it is a small table everybody reads; requests grow with a
-- community's life and carry its id first.

-- Not every notice is about a case: other rooms tell people things too.
alter table notices.notices alter column case_number drop not null;
alter table notices.notices add column topic    text check (topic ~ '^[a-z][A-Za-z]{1,40}$');
alter table notices.notices add column topic_id text check (length(topic_id) between 1 and 80);
alter table notices.notices add check ((topic is null) = (topic_id is null));
alter table notices.notices add check (case_number is not null or topic is not null);
comment on column notices.notices.topic is 'What it is about when it is no case: the room''s own noun, with its id. A page knows the address.';

create schema resources;
comment on schema resources is 'What an area can draw on: the register, and requests for resources to come down.';
grant usage on schema resources to linli_app;

create table resources.kinds (
  id           bigint generated always as identity primary key,
  area_id      bigint references places.areas,
  code         text   not null check (code ~ '^[a-z][A-Za-z0-9]{1,39}$'),
  definition   jsonb  not null,
  pack         text   not null,
  pack_version text   not null,
  valid_from   date   not null,
  valid_to     date   check (valid_to > valid_from)
);
comment on table resources.kinds is
  'Kinds of resources, dated, from a pack. The whole list of the nearest area up the path counts, so that a place replaces '
  'and never mixes; without an area it holds everywhere. Written by the owning role (setup, demo, a change of pack).';
create unique index kinds_now on resources.kinds (coalesce(area_id, 0), code) where valid_to is null;
grant select on resources.kinds to linli_app;

create table resources.resources (
  id              uuid    primary key,
  owner_id        bigint  not null references places.areas,
  owner_path      text    not null,
  kind            text    not null,
  name            text    not null check (length(name) between 2 and 80),
  name_en         text    check (length(name_en) between 2 and 120),
  capacity        integer check (capacity > 0),
  capacity_unit   text    check (length(capacity_unit) between 1 and 20),
  openings        jsonb   not null default '[]' check (jsonb_typeof(openings) = 'array'),
  hours_note      text    check (length(hours_note) between 1 and 200),
  address         text    check (length(address) between 2 and 120),
  lon             double precision check (lon between -180 and 180),
  lat             double precision check (lat between -90 and 90),
  counter         text    check (length(counter) between 2 and 40),
  phone           text    check (length(phone) between 3 and 30),
  offers          jsonb   not null default '[]' check (jsonb_typeof(offers) = 'array'),
  conditions      text    check (length(conditions) between 2 and 500),
  valid_from      date    not null,
  valid_until     date    check (valid_until >= valid_from),
  is_public       boolean not null default true,
  external_system text    check (external_system ~ '^[a-z0-9][a-z0-9-]{1,29}$'),
  external_id     text    check (length(external_id) between 1 and 80),
  version         integer not null default 1 check (version > 0),
  ended_on        date,
  warned_for      date,
  check ((lon is null) = (lat is null)),
  check ((capacity is null) = (capacity_unit is null)),
  check ((external_system is null) = (external_id is null))
);
comment on table resources.resources is
  'The register. owner is the area that keeps the entry: a community, street, district or city. Ended, never deleted. '
  'valid_until is the last day; warned_for is the last day its keeper was told of. Who changed what stands in changes.';
create unique index resources_external on resources.resources (external_system, external_id);
create index resources_owner on resources.resources (owner_path text_pattern_ops, name);
create index resources_place on resources.resources using gist (point(lon, lat)) where ended_on is null and lon is not null;
create index resources_until on resources.resources (valid_until) where ended_on is null and valid_until is not null;
grant select, insert on resources.resources to linli_app;
grant update (kind, name, name_en, capacity, capacity_unit, openings, hours_note, address, lon, lat, counter, phone, offers,
              conditions, valid_from, valid_until, is_public, version, ended_on, warned_for) on resources.resources to linli_app;

create table resources.changes (
  community_id bigint      not null references places.areas,
  resource_id  uuid        not null references resources.resources,
  version      integer     not null check (version > 0),
  act          text        not null check (act in ('added', 'imported', 'changed', 'ended', 'renewed')),
  at           timestamptz not null,
  person_id    uuid        references people.people,
  role         text,
  changed      jsonb       not null,
  reason       text        check (length(reason) between 2 and 500),
  seq          bigint      generated always as identity,
  written_in   xid8        not null default pg_current_xact_id(),
  primary key (resource_id, version)
);
comment on table resources.changes is
  'Append-only: who changed what of an entry, when and why, field by field with its value before and after. community_id is '
  'the area that keeps it. person_id is null for an import by command. Sealed in a hash chain by a job.';
create index changes_order on resources.changes (written_in, seq);
grant select, insert on resources.changes to linli_app;

create table resources.requests (
  community_id  bigint  not null references places.areas,
  id            uuid    not null,
  asker_path    text    not null,
  to_id         bigint  not null references places.areas,
  to_path       text    not null,
  state         text    not null check (state in ('ASKED', 'GIVEN', 'PARTLY', 'REFUSED', 'REGISTERED', 'USED', 'REPORTED', 'WITHDRAWN')),
  what          text    not null check (length(what) between 4 and 120),
  for_whom      text    not null check (length(for_whom) between 2 and 120),
  why           text    not null check (length(why) between 4 and 1000),
  wanted_from   date,
  wanted_until  date    check (wanted_until >= wanted_from),
  answer_by     date    not null,
  asked_on      date    not null,
  asked_at      timestamptz not null,
  answered_at   timestamptz,
  answer        text    check (length(answer) between 2 and 1000),
  alternative   text    check (length(alternative) between 2 and 500),
  refused_by_id bigint  references places.areas,
  resource_id   uuid    references resources.resources,
  terms         text    check (length(terms) between 2 and 1000),
  terms_until   date,
  brought       text    check (length(brought) between 4 and 2000),
  uses          integer not null default 0 check (uses >= 0),
  units         integer not null default 0 check (units >= 0),
  person_times  integer not null default 0 check (person_times >= 0),
  version       integer not null default 1 check (version > 0),
  told_late     boolean not null default false,
  primary key (community_id, id),
  check (state not in ('REGISTERED', 'USED', 'REPORTED') or (resource_id is not null and terms is not null)),
  check ((state = 'REPORTED') = (brought is not null)),
  check (starts_with(asker_path, to_path) and asker_path <> to_path)
);
comment on table resources.requests is
  'Requests for a resource to come down: who asks whom for what, the answer, what was registered, and sums of its use. '
  'Written by each move together with its line in request_moves. refused_by: the level that refused before it went up.';
create unique index requests_id on resources.requests (id);
create index requests_in  on resources.requests (to_id, state, answer_by);
create index requests_out on resources.requests (asker_path text_pattern_ops, asked_on);
create index requests_due on resources.requests (answer_by) where state = 'ASKED';
grant select, insert on resources.requests to linli_app;
grant update (to_id, to_path, state, answer_by, answered_at, answer, alternative, refused_by_id, resource_id, terms, terms_until,
              brought, uses, units, person_times, version, told_late) on resources.requests to linli_app;

create table resources.request_moves (
  community_id bigint      not null,
  request_id   uuid        not null,
  version      integer     not null check (version > 0),
  move         text        not null check (move in ('ask', 'answer', 'escalate', 'withdraw', 'register', 'use', 'report')),
  to_state     text        not null,
  at           timestamptz not null,
  person_id    uuid        not null references people.people,
  role         text,
  facts        jsonb       not null,
  seq          bigint      generated always as identity,
  written_in   xid8        not null default pg_current_xact_id(),
  primary key (community_id, request_id, version),
  foreign key (community_id, request_id) references resources.requests
);
comment on table resources.request_moves is 'Append-only: every move of a request with who, when and what was said. Sealed in a hash chain by a job.';
create index request_moves_order on resources.request_moves (written_in, seq);
grant select, insert on resources.request_moves to linli_app;

create table resources.uses (
  community_id bigint   not null,
  request_id   uuid     not null,
  serial       integer  not null check (serial > 0),
  used_on      date     not null,
  what_for     text     not null check (length(what_for) between 2 and 200),
  units        integer  not null check (units between 1 and 100000),
  person_times integer  check (person_times between 0 and 1000000),
  primary key (community_id, request_id, serial),
  foreign key (community_id, request_id) references resources.requests
);
comment on table resources.uses is 'Append-only: each use of what came down, with its day and purpose. How many came, never who.';
grant select, insert on resources.uses to linli_app;

-- The walls. The register names organisations only: every member of staff reads it, the public what is meant for it.
-- Writing is for the places one covers; that one has the right to keep resources is the rule in core.
alter table resources.resources     enable row level security;
alter table resources.changes       enable row level security;
alter table resources.requests      enable row level security;
alter table resources.request_moves enable row level security;
alter table resources.uses          enable row level security;

create policy staff_reads on resources.resources for select to linli_app
  using ((select kit.scope()) in ('staff', 'job'));
create policy public_reads on resources.resources for select to linli_app
  using ((select kit.scope()) = 'public' and is_public and ended_on is null);
create policy keeper_adds on resources.resources for insert to linli_app
  with check ((select kit.scope()) = 'job' or kit.covers(owner_path));
create policy keeper_changes on resources.resources for update to linli_app
  using ((select kit.scope()) = 'job' or kit.covers(owner_path))
  with check ((select kit.scope()) = 'job' or kit.covers(owner_path));

create policy staff_reads on resources.changes for select to linli_app
  using ((select kit.scope()) in ('staff', 'job'));
create policy keeper_adds on resources.changes for insert to linli_app
  with check ((select kit.scope()) = 'job'
              or exists (select 1 from resources.resources r where r.id = resource_id and kit.covers(r.owner_path)));

-- Whoever answers covers whoever asks: a request goes up its own path.
create policy of_my_places on resources.requests to linli_app
  using ((select kit.scope()) = 'job' or kit.covers(asker_path))
  with check ((select kit.scope()) = 'job' or kit.covers(asker_path));
create policy of_my_places on resources.request_moves to linli_app
  using ((select kit.scope()) = 'job'
         or exists (select 1 from resources.requests r where r.community_id = request_moves.community_id and r.id = request_id))
  with check ((select kit.scope()) = 'job'
              or exists (select 1 from resources.requests r where r.community_id = request_moves.community_id and r.id = request_id));
create policy of_my_places on resources.uses to linli_app
  using ((select kit.scope()) = 'job'
         or exists (select 1 from resources.requests r where r.community_id = uses.community_id and r.id = request_id))
  with check ((select kit.scope()) = 'job'
              or exists (select 1 from resources.requests r where r.community_id = uses.community_id and r.id = request_id));
