-- The people who work, the units and posts they work in, what they were granted and when they are there.
-- Units and posts are public; names of persons are seen by staff of the same areas or units only.
create schema people;
comment on schema people is 'Who works where, what they may do, and who looked at personal data.';
grant usage on schema people to linli_app;

create table people.units (
  id            bigint generated always as identity primary key,
  code          text   not null unique check (length(code) between 3 and 40),
  area_id       bigint not null references places.areas,
  kind          text   not null check (kind in ('section', 'post', 'stationed', 'department', 'property', 'volunteer')),
  section       text   check (section in ('party', 'economy', 'livelihood', 'safety')),
  post          text,
  under_unit_id bigint references people.units,
  name_zh       text   not null check (length(name_zh) between 1 and 80),
  name_en       text   not null check (length(name_en) between 1 and 160),
  phone         text,
  valid_from    date   not null default date '2000-01-01',
  valid_to      date   check (valid_to > valid_from),
  check (kind <> 'section' or (section is not null and under_unit_id is null)),
  check (kind <> 'post' or post is not null)
);
comment on table people.units is 'Sections, posts, stationed units, departments, property companies and volunteer groups that can receive work. Public. A post lies under its section. valid_to is the first day without it.';
create index units_area on people.units (area_id);
create index units_under on people.units (under_unit_id);
grant select, insert on people.units to linli_app;
grant update (name_zh, name_en, phone, valid_to) on people.units to linli_app;

create table people.people (
  id         uuid        primary key,
  login      text        not null unique check (login = lower(login) and login ~ '^[a-z0-9._-]{2,40}$'),
  name       text        not null check (length(name) between 1 and 40),
  demo       boolean     not null default false,
  created_at timestamptz not null,
  created_by uuid        references people.people,
  left_at    timestamptz
);
comment on table people.people is 'Staff accounts. Never deleted: journals name them. left_at ends sign-in. demo rows are refused beyond loopback.';
grant select, insert on people.people to linli_app;
grant update (name, left_at) on people.people to linli_app;

-- The hash lies apart from the person, so that no policy for names can ever show it.
-- A second factor (TOTP, OIDC) gets a table sign_in_factors(person_id, kind, secret) beside this one.
create table people.credentials (
  person_id       uuid        primary key references people.people,
  password_hash   text        not null,
  changed_at      timestamptz not null,
  must_change     boolean     not null default false,
  failures        integer     not null default 0 check (failures >= 0),
  locked_until    timestamptz,
  last_failure_at timestamptz
);
comment on table people.credentials is 'Password hash (argon2id) and lockout of each account. Job scope only: read and written by sign-in.';
grant select, insert, update on people.credentials to linli_app;

create table people.sign_in_attempts (
  id          bigint      generated always as identity primary key,
  at          timestamptz not null,
  person_id   uuid        references people.people,
  address     text,
  user_agent  text,
  outcome     text        not null check (outcome in ('signed_in', 'wrong', 'locked', 'unknown', 'left'))
);
comment on table people.sign_in_attempts is 'Append-only log of attempts to sign in. A login that no account has is not stored: people type passwords there.';
create index sign_in_attempts_person on people.sign_in_attempts (person_id, at);
grant select, insert on people.sign_in_attempts to linli_app;

create table people.sessions (
  token_hash   bytea       primary key,
  id           uuid        not null unique,
  person_id    uuid        not null references people.people,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at),
  ended_at     timestamptz,
  user_agent   text,
  address      text
);
comment on table people.sessions is 'Signed-in browsers and phones. Holds only the hash of the cookie. Ended, never deleted, by sign-out.';
create index sessions_person on people.sessions (person_id) where ended_at is null;
grant select, insert on people.sessions to linli_app;
grant update (last_seen_at, ended_at) on people.sessions to linli_app;

create table people.tokens (
  id          uuid        primary key,
  token_hash  bytea       not null unique,
  name        text        not null check (length(name) between 1 and 80),
  scopes      text[]      not null check (scopes <@ array['cases:read', 'cases:report', 'open311', 'figures:read'] and cardinality(scopes) > 0),
  area_id     bigint      not null references places.areas,
  valid_from  date        not null,
  valid_to    date        check (valid_to > valid_from),
  demo        boolean     not null default false,
  created_by  uuid        references people.people,
  created_at  timestamptz not null,
  revoked_by  uuid        references people.people,
  revoked_at  timestamptz
);
comment on table people.tokens is 'API tokens of other systems: hash only, scopes, one subtree, dates. Made and revoked by the system administrator.';
grant select, insert on people.tokens to linli_app;
grant update (revoked_by, revoked_at) on people.tokens to linli_app;

create table people.grants (
  id         bigint      generated always as identity primary key,
  person_id  uuid        not null references people.people,
  role       text        not null,
  area_id    bigint      not null references places.areas,
  unit_id    bigint      references people.units,
  ordinal    smallint    not null default 1 check (ordinal between 1 and 99),
  valid_from date        not null,
  valid_to   date        check (valid_to >= valid_from),
  granted_by uuid        references people.people,
  granted_at timestamptz not null,
  revoked_by uuid        references people.people,
  revoked_at timestamptz,
  check ((role in ('sectionHead', 'postMember', 'unitHead', 'unitMember')) = (unit_id is not null)),
  check (role in ('gridWorker', 'partTimeWorker', 'microGridHead', 'gridLeader', 'deputyLeader', 'gridInstructor',
                  'communityDuty', 'communitySecretary', 'streetDispatcher', 'streetCommander', 'sectionHead',
                  'postMember', 'unitHead', 'unitMember', 'districtDispatcher', 'districtCommander', 'cityDispatcher',
                  'cityCommander', 'ruleKeeper', 'supervisionCommittee', 'systemAdmin', 'securityAdmin', 'auditAdmin'))
);
comment on table people.grants is 'Who holds which role where, from when to when. valid_to is the first day without it; ordinal orders deputies. Ended by revocation, never deleted.';
create index grants_person on people.grants (person_id);
create index grants_area on people.grants (area_id, role) where revoked_at is null;
create index grants_unit on people.grants (unit_id) where unit_id is not null and revoked_at is null;
grant select, insert on people.grants to linli_app;
grant update (valid_to, revoked_by, revoked_at) on people.grants to linli_app;

create table people.duties (
  id           bigint      generated always as identity primary key,
  area_id      bigint      not null references places.areas,
  unit_id      bigint      references people.units,
  person_id    uuid        not null references people.people,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  entered_by   uuid        references people.people,
  entered_at   timestamptz not null,
  withdrawn_by uuid        references people.people,
  withdrawn_at timestamptz,
  check (to_at > from_at and to_at <= from_at + interval '400 days')
);
comment on table people.duties is 'Duty roster of an area''s own team (unit_id null) or of a unit. to_at is exclusive. Withdrawn, never deleted.';
create index duties_area on people.duties (area_id, to_at) where withdrawn_at is null;
create index duties_unit on people.duties (unit_id, to_at) where unit_id is not null and withdrawn_at is null;
grant select, insert on people.duties to linli_app;
grant update (withdrawn_by, withdrawn_at) on people.duties to linli_app;

create table people.absences (
  id           bigint      generated always as identity primary key,
  person_id    uuid        not null references people.people,
  kind         text        not null default 'leave' check (kind in ('leave', 'training', 'errand', 'other')),
  first_on     date        not null,
  last_on      date        not null check (last_on >= first_on),
  deputy_id    uuid        references people.people check (deputy_id <> person_id),
  entered_by   uuid        references people.people,
  entered_at   timestamptz not null,
  withdrawn_by uuid        references people.people,
  withdrawn_at timestamptz
);
comment on table people.absences is 'Days on which a person is away, both inclusive, and who stands in. No reasons of health are kept. Withdrawn, never deleted.';
create index absences_person on people.absences (person_id, last_on) where withdrawn_at is null;
grant select, insert on people.absences to linli_app;
grant update (withdrawn_by, withdrawn_at) on people.absences to linli_app;

create table people.looks (
  community_id bigint      not null references places.areas,
  id           bigint      generated always as identity,
  person_id    uuid        not null references people.people,
  at           timestamptz not null,
  case_id      text        not null,
  case_number  text        not null,
  voice        integer     not null check (voice > 0),
  fields       text[]      not null check (cardinality(fields) > 0),
  reason       text        not null check (length(reason) between 2 and 500),
  written_in   xid8        not null default pg_current_xact_id(),
  primary key (community_id, id)
);
comment on table people.looks is 'Append-only log of who unmasked whose personal data, when and why. Read by its own author, the voice concerned and the audit administrator; sealed in a hash chain by a job.';
create index looks_case on people.looks (community_id, case_id);
create index looks_order on people.looks (written_in, id);
grant select, insert on people.looks to linli_app;

-- The wall. A person is seen through a grant that is seen: the inner select obeys the policy of grants.
alter table people.people           enable row level security;
alter table people.credentials      enable row level security;
alter table people.sign_in_attempts enable row level security;
alter table people.sessions         enable row level security;
alter table people.tokens           enable row level security;
alter table people.grants           enable row level security;
alter table people.duties           enable row level security;
alter table people.absences         enable row level security;
alter table people.looks            enable row level security;

create policy job_all on people.people           to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.credentials      to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.sign_in_attempts to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.sessions         to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.tokens           to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.grants           to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.duties           to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.absences         to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.looks            to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');

create policy staff_of_my_places on people.grants for select to linli_app
  using ((select kit.scope()) = 'staff'
         and (person_id = (select kit.person())
              or kit.in_units(array[unit_id])
              or exists (select 1 from places.areas a where a.id = area_id and kit.covers(a.path))));
create policy staff_of_my_places on people.people for select to linli_app
  using ((select kit.scope()) = 'staff'
         and (id = (select kit.person())
              or exists (select 1 from people.grants g where g.person_id = people.people.id)));
create policy staff_of_my_places on people.duties for select to linli_app
  using ((select kit.scope()) = 'staff'
         and exists (select 1 from people.people p where p.id = person_id));
create policy staff_of_my_places on people.absences for select to linli_app
  using ((select kit.scope()) = 'staff'
         and exists (select 1 from people.people p where p.id = person_id));

-- Whoever looks writes the line in his own name, in the transaction that shows him the data.
create policy looker_writes on people.looks for insert to linli_app
  with check ((select kit.scope()) = 'staff' and person_id = (select kit.person()));
create policy looker_reads on people.looks for select to linli_app
  using ((select kit.scope()) = 'staff' and person_id = (select kit.person()));
create policy voice_reads on people.looks for select to linli_app
  using ((select kit.scope()) = 'voice' and case_id || ':' || voice = (select kit.voice()));

-- A grant as the program reads it: with its area, and a section head's once more for every post of the section.
create view people.held with (security_invoker = true) as
  select g.id, g.person_id, g.role, g.area_id, a.path as area_path, a.level as area_level, a.code as area_code,
         a.name as area_name, coalesce(a.name_en, a.name) as area_name_en, a.time_zone, g.unit_id, g.valid_from,
         g.valid_to, false as through_section
    from people.grants g
    join places.areas  a on a.id = g.area_id
   where g.revoked_at is null
   union all
  select g.id, g.person_id, g.role, u.area_id, a.path, a.level, a.code, a.name, coalesce(a.name_en, a.name), a.time_zone,
         u.id, g.valid_from, g.valid_to, true
    from people.grants g
    join people.units  u on u.under_unit_id = g.unit_id
    join places.areas  a on a.id = u.area_id
   where g.revoked_at is null and g.role = 'sectionHead';
comment on view people.held is 'Grants that were not revoked, dates still to be judged, with the facts of their area.';
grant select on people.held to linli_app;

create view people.placed_tokens with (security_invoker = true) as
  select t.*, a.path as area_path, a.code as area_code, a.time_zone
    from people.tokens t
    join places.areas  a on a.id = t.area_id;
comment on view people.placed_tokens is 'API tokens with the facts of their area.';
grant select on people.placed_tokens to linli_app;

-- Who is where changes a few times a day and is asked at every move: the server keeps what it asked for in memory
-- and reads it again when this number has grown.
create table people.versions (
  topic   text   primary key,
  version bigint not null default 0
);
comment on table people.versions is 'One counter, raised by a trigger on every change of people, units, grants, duties or absences.';
insert into people.versions (topic) values ('roster');
grant select on people.versions to linli_app;

create function people.raise_version() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update people.versions set version = version + 1 where topic = 'roster';
  return null;
end
$$;
revoke all on function people.raise_version() from public;

create trigger raise_version after insert or update or delete on people.people   for each statement execute function people.raise_version();
create trigger raise_version after insert or update or delete on people.units    for each statement execute function people.raise_version();
create trigger raise_version after insert or update or delete on people.grants   for each statement execute function people.raise_version();
create trigger raise_version after insert or update or delete on people.duties   for each statement execute function people.raise_version();
create trigger raise_version after insert or update or delete on people.absences for each statement execute function people.raise_version();
