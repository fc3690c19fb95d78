-- The closed loop. A case, its rounds, legs, clocks, proofs and voices are the present; the journal is the past and
-- only grows. community_id, the area that received the case, leads every key and never changes: it is the shard.

create schema cases;
comment on schema cases is 'Reports and what became of them.';
grant usage on schema cases to linli_app;

create table cases.serials (
  community_id bigint   not null references places.areas,
  year         smallint not null check (year between 0 and 99),
  last         integer  not null check (last > 0),
  primary key (community_id, year)
);
comment on table cases.serials is 'Last serial given in an area and year. Counted up in the transaction of the report; gaps are allowed.';
grant select, insert, update on cases.serials to linli_app;

create table cases.cases (
  community_id    bigint      not null references places.areas,
  id              uuid        not null,
  number          text        not null,
  state           text        not null check (state in (
    'REPORTED', 'VERIFYING', 'NOT_ACCEPTED', 'CONTESTED', 'ACCEPTED', 'TRIAGED', 'DISPATCHED', 'HANDLING', 'RETURNED',
    'WAITING_REPORTER', 'SUSPENDED', 'HANDLED', 'PASSING_BACK', 'REWORK', 'CHECKED', 'CLOSED', 'REOPENED', 'MERGED',
    'VOID', 'ARCHIVED')),
  version         integer     not null check (version > 0),
  round           smallint    not null check (round > 0),
  source          text        not null check (source in (
    'GRID_PATROL', 'DEVICE', 'RESIDENT_WEB', 'RESIDENT_PHONE', 'COUNTER', 'HOTLINE_12345', 'UPPER_LEVEL', 'OTHER_SYSTEM')),
  created_by      text        not null,
  category        text        not null,
  category_class  text        not null check (category_class in ('P', 'E', 'C')),
  tier            text        not null check (tier in ('T1', 'T2', 'T3', 'T4', 'T5')),
  matter          text        check (matter in ('major', 'minor', 'private')),
  urgent          boolean     not null,
  text            text        not null check (length(text) <= 4000),
  address         text        check (length(address) <= 300),
  lon             double precision check (lon between -180 and 180),
  lat             double precision check (lat between -90 and 90),
  home_area_id    bigint      not null references places.areas,
  home_path       text        not null,
  filed_area_id   bigint      not null references places.areas,
  filed_path      text        not null,
  grid_id         bigint      references places.areas,
  routing         jsonb       not null,
  photos          text[]      not null default '{}' check (cardinality(photos) <= 9),
  reported_at     timestamptz not null,
  filed_at        timestamptz,
  archived_at     timestamptz,
  resume_to       text,
  verifier        text,
  question        text,
  refused         jsonb,
  contested       boolean     not null default false,
  suspension      jsonb,
  suspension_ask  jsonb,
  handovers       integer     not null default 0,
  reopenings      smallint    not null default 0,
  wake_at         timestamptz,
  last_at         timestamptz not null,
  took_part       text[]      not null default '{}',
  is_public       boolean     not null default false,
  chain_units     bigint[]    not null default '{}',
  holder_area_id  bigint,
  holder_unit_id  bigint,
  shown_clock     smallint,
  due_at          timestamptz,
  grams           text[]      not null default '{}',
  external_id     text,
  primary key (community_id, id),
  unique (community_id, number),
  check ((state = 'SUSPENDED') = (suspension is not null)),
  check ((lon is null) = (lat is null))
);
comment on table cases.cases is
  'One row a case: its present in one word (state) and what every list needs. Written only by server/cases/store.ts, '
  'with the journal entry that explains it. No name, number or position of a person (INV 25). '
  'grams: one and two character pieces of text and address for Chinese search. due_at, holder, shown_clock, chain_units and is_public follow from the file and are rewritten with it.';
create index cases_number   on cases.cases (number);
create index cases_filed    on cases.cases (filed_path text_pattern_ops, reported_at);
create index cases_home     on cases.cases (home_area_id, state);
create index cases_open     on cases.cases (state, due_at) where state not in ('ARCHIVED', 'CLOSED', 'VOID', 'MERGED', 'NOT_ACCEPTED');
create index cases_holder   on cases.cases (holder_area_id, holder_unit_id) where holder_area_id is not null;
create index cases_units    on cases.cases using gin (chain_units) where chain_units <> '{}';
create index cases_wake     on cases.cases (wake_at) where wake_at is not null;
create index cases_reported on cases.cases (reported_at);
create index cases_grams    on cases.cases using gin (grams);
create unique index cases_external on cases.cases (community_id, external_id) where external_id is not null;

create table cases.rounds (
  community_id        bigint      not null,
  case_id             uuid        not null,
  round               smallint    not null check (round > 0),
  opened_at           timestamptz not null,
  opened_by           text        not null check (opened_by in ('report', 'contest', 'object', 'reopen')),
  self_handled        boolean     not null default false,
  first_dispatched_at timestamptz,
  first_dispatch      text        check (first_dispatch in ('standing', 'wrong')),
  handled_at          timestamptz,
  stopped_seconds     integer     not null default 0 check (stopped_seconds >= 0),
  closed_at           timestamptz,
  closed_by           text,
  outcome             text        check (outcome in ('solved', 'referred', 'unfounded', 'guided')),
  closing_words       text,
  handovers_at_close  integer,
  undone_at           timestamptz,
  undone_by           text        check (undone_by in ('object', 'reporter', 'supervisor', 'contest')),
  failed_checks       smallint    not null default 0,
  extensions_granted  smallint    not null default 0 check (extensions_granted <= 2),
  waits               smallint    not null default 0,
  suspended_seconds   integer     not null default 0,
  transfers           smallint    not null default 0,
  answer              text        check (answer in ('confirm', 'object', 'silence')),
  answered_at         timestamptz,
  grade               smallint    check (grade between 1 and 5),
  graded_at           timestamptz,
  responded_at        timestamptz,
  primary key (community_id, case_id, round),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((closed_at is null) = (outcome is null)),
  check (undone_at is null or closed_at is not null)
);
comment on table cases.rounds is 'One run from filing, or reopening, to closing: what the figures count. A round undone by an objection or reopening stays, and the next one follows.';
create index rounds_handled on cases.rounds (handled_at) where handled_at is not null;
create index rounds_closed  on cases.rounds (closed_at)  where closed_at is not null;

create table cases.legs (
  community_id     bigint      not null,
  case_id          uuid        not null,
  serial           smallint    not null check (serial > 0),
  round            smallint    not null,
  kind             text        not null check (kind in ('lead', 'assist')),
  parent           smallint,
  giver_area_id    bigint      not null references places.areas,
  giver_unit_id    bigint      references people.units,
  receiver_area_id bigint      not null references places.areas,
  receiver_unit_id bigint      references people.units,
  given_by         text        not null,
  dispatched_at    timestamptz not null,
  signed_at        timestamptz,
  handed_in_at     timestamptz,
  handed_in_by     text,
  checked_at       timestamptz,
  checked_by       text,
  failed_checks    smallint    not null default 0,
  ended_at         timestamptz,
  how_ended        text        check (how_ended in ('passed', 'returned', 'rerouted', 'transferred', 'done', 'undone')),
  task             text,
  meet_by          timestamptz,
  upheld_by        text,
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((ended_at is null) = (how_ended is null)),
  check (checked_by is null or checked_by <> handed_in_by)
);
comment on table cases.legs is 'Work given by one layer to another. The open lead legs of a case, in order, are its layers; the last one works. Nobody checks what he handed in.';

create table cases.clocks (
  community_id      bigint      not null,
  case_id           uuid        not null,
  serial            smallint    not null check (serial > 0),
  kind              text        not null,
  round             smallint    not null,
  leg               smallint,
  limit_kind        text        not null check (limit_kind in ('URGENT_HOUR', 'URGENT_DAY', 'WORK_HOUR', 'WORK_DAY', 'NATURAL_DAY', 'WALL_HOUR')),
  amount            numeric     not null check (amount >= 0),
  started_at        timestamptz not null,
  pauses            jsonb       not null default '[]',
  extensions        jsonb       not null default '[]',
  due_at            timestamptz,
  remaining_seconds integer,
  calendar_version  text        not null,
  ended_at          timestamptz,
  overdue_at        timestamptz,
  told              smallint[]  not null default '{}',
  next_tell_at      timestamptz,
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred
);
comment on table cases.clocks is 'Every limit of a case with its pauses, extensions and the calendar version its due was computed with. A due moves only with a journal entry of a lawful kind (INV 13).';
create unique index clocks_one_running on cases.clocks (community_id, case_id, kind, coalesce(leg, 0)) where ended_at is null;
create index clocks_tell   on cases.clocks (next_tell_at) where next_tell_at is not null and ended_at is null;
create index clocks_open   on cases.clocks (kind, due_at) where ended_at is null;

create table cases.proofs (
  community_id  bigint      not null,
  case_id       uuid        not null,
  serial        smallint    not null check (serial > 0),
  leg           smallint,
  round         smallint    not null,
  by            text        not null,
  at            timestamptz not null,
  text          text        not null,
  photos_before text[]      not null default '{}',
  photos_after  text[]      not null default '{}',
  taken_at      timestamptz,
  lon           double precision,
  lat           double precision,
  metres_off    integer,
  satisfied     boolean     not null,
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred
);
comment on table cases.proofs is 'What was handed in as done: append-only, kept through rework. lon/lat is where the thing stands, given at the moment of handing in, never a trail.';

create table cases.voices (
  community_id bigint  not null,
  case_id      uuid    not null,
  serial       smallint not null check (serial > 0),
  recorded_by  text    not null,
  channel      text    not null,
  has_contact  boolean not null,
  secret_hash  bytea   not null check (length(secret_hash) = 32),
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred
);
comment on table cases.voices is 'Who reported, as a number and the hash of a secret. The secret follows, confirms, rates and reopens.';

create table cases.contacts (
  community_id bigint   not null,
  case_id      uuid     not null,
  voice        smallint not null,
  sealed_name  text,
  sealed_phone text,
  erase_after  date,
  erased_at    timestamptz,
  primary key (community_id, case_id, voice),
  foreign key (community_id, case_id, voice) references cases.voices deferrable initially deferred,
  check (erased_at is null or (sealed_name is null and sealed_phone is null))
);
comment on table cases.contacts is 'Name and number of a reporter, if left: sealed in the field, masked on screens, unmasked only with a reason that people.looks keeps, erased after erase_after.';
create index contacts_erase on cases.contacts (erase_after) where erased_at is null and erase_after is not null;

create table cases.extension_requests (
  community_id bigint      not null,
  case_id      uuid        not null,
  serial       smallint    not null check (serial > 0),
  round        smallint    not null,
  by           text        not null,
  at           timestamptz not null,
  amount       numeric     not null check (amount > 0),
  reason       text        not null,
  state        text        not null check (state in ('open', 'granted', 'refused', 'withdrawn')),
  decided_by   text        check (state = 'withdrawn' or decided_by <> by),
  decided_at   timestamptz,
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((state = 'open') = (decided_at is null))
);
comment on table cases.extension_requests is 'Asked before the due, decided by somebody else; at most one is open and two are granted in a round.';
create unique index extension_one_open on cases.extension_requests (community_id, case_id) where state = 'open';

create table cases.entries (
  community_id bigint      not null,
  case_id      uuid        not null,
  version      integer     not null check (version > 0),
  round        smallint    not null,
  move         text        not null,
  at           timestamptz not null,
  from_state   text,
  to_state     text        not null,
  actor_kind   text        not null check (actor_kind in ('person', 'voice', 'anyone', 'system', 'job')),
  actor_id     text        not null,
  role         text,
  area_id      bigint      not null references places.areas,
  on_behalf    text,
  reason       text        check (length(reason) <= 2000),
  facts        jsonb       not null,
  audience     text        not null check (audience in ('public', 'voices', 'staff')),
  command_id   uuid        not null,
  place        smallint    not null check (place >= 0),
  hash         bytea       not null check (length(hash) = 32),
  tx           xid8        not null default pg_current_xact_id(),
  seq          bigint      generated always as identity,
  primary key (community_id, case_id, version),
  -- named so that once() knows a repeat from a fault
  constraint entries_command_id unique (community_id, actor_id, command_id, place),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((move = 'report') = (version = 1 and from_state is null))
);
comment on table cases.entries is
  'The journal 流转记录: append-only by grants, sealed in a hash chain per community. It is the outbox too: followers '
  'read it in the order of commits (tx, seq), below the oldest transaction still running, so that nothing is skipped.';
create index entries_follow on cases.entries (tx, seq);
create index entries_at     on cases.entries (at);

create table cases.tallies (
  community_id bigint not null,
  area_id      bigint not null references places.areas,
  path         text   not null,
  grain        text   not null check (grain in ('day', 'month')),
  bucket       date   not null,
  -- @tallies (columns added below, one per additive fact of core/cases/tallies.ts)
  primary key (community_id, area_id, grain, bucket)
);
comment on table cases.tallies is
  'Additive facts, bucketed by the leaf area where a case is filed and by the local day or month of the instant (flows) '
  'or the due (duties). Written in the transaction of the move as a difference; a recount from the rows equals it.';
create index tallies_read on cases.tallies (grain, bucket, path text_pattern_ops);

do $$
declare
  fact text;
begin
  foreach fact in array array[
    'reported_grid_patrol', 'reported_device', 'reported_resident_web', 'reported_resident_phone', 'reported_counter',
    'reported_hotline_12345', 'reported_upper_level', 'reported_other_system',
    'filed_p', 'filed_e', 'filed_c', 'self_handled',
    'handle_due', 'handled', 'handled_on_time', 'extended',
    'whole_due', 'closed', 'closed_on_time', 'closed_solved', 'closed_referred', 'closed_unfounded', 'closed_guided', 'reworked',
    'closings', 'closings_undone', 'first_dispatches', 'first_dispatches_right',
    'respond_due', 'responded', 'answered', 'answered_solved', 'graded', 'satisfied',
    'confirmed', 'objected', 'silent', 'refused']
  loop
    execute format('alter table cases.tallies add column %I integer not null default 0', fact);
  end loop;
end
$$;

-- Closing without the proof its category demands is impossible here too.

create function cases.demand_proof() returns trigger
  language plpgsql
as $$
declare
  this     cases.cases;
  run      cases.rounds;
  evidence jsonb;
begin
  select * into strict this from cases.cases c where c.community_id = new.community_id and c.id = (to_jsonb(new) ->> tg_argv[0])::uuid;
  select * into run from cases.rounds r where r.community_id = this.community_id and r.case_id = this.id and r.round = this.round;
  if this.state = 'CLOSED' and run.closed_at is null then
    raise exception 'case % cannot be closed without a closing', this.number using errcode = 'check_violation';
  end if;
  if run.outcome is distinct from 'solved' then
    return null;
  end if;
  select k.definition -> 'evidence' into evidence
    from places.categories k
    join places.areas a on a.id = k.area_id
   where k.code = this.category
     and this.filed_path ^@ a.path
   order by length(a.path) desc, k.valid_from desc
   limit 1;
  if not exists (
    select from cases.proofs p
     where p.community_id = this.community_id
       and p.case_id = this.id
       and p.round = this.round
       and p.satisfied
       and (not coalesce((evidence ->> 'photoAfter')::boolean, false) or cardinality(p.photos_after) > 0)
       and (evidence -> 'placeWithinM' is null or jsonb_typeof(evidence -> 'placeWithinM') = 'null' or p.metres_off is null
            or p.metres_off <= (evidence ->> 'placeWithinM')::integer)
       and p.by is distinct from run.closed_by
  ) then
    raise exception 'case % cannot be closed as solved: the proof its category demands is missing', this.number
      using errcode = 'check_violation';
  end if;
  return null;
end
$$;
comment on function cases.demand_proof() is 'INV 10 and 11: a closing as solved has a proof that fits its category, by somebody other than who closes.';

create constraint trigger demand_proof after insert or update of state on cases.cases
  deferrable initially deferred for each row when (new.state = 'CLOSED') execute function cases.demand_proof('id');
create constraint trigger demand_proof after insert or update of outcome on cases.rounds
  deferrable initially deferred for each row when (new.outcome = 'solved') execute function cases.demand_proof('case_id');

-- Who sees what.

alter table cases.cases              enable row level security;
alter table cases.rounds             enable row level security;
alter table cases.legs               enable row level security;
alter table cases.clocks             enable row level security;
alter table cases.proofs             enable row level security;
alter table cases.voices             enable row level security;
alter table cases.contacts           enable row level security;
alter table cases.extension_requests enable row level security;
alter table cases.entries            enable row level security;

create policy seen on cases.cases
  using (
    (select kit.scope()) = 'job'
    or ((select kit.scope()) = 'staff' and (filed_path ^@ any (select unnest(kit.roots())) or home_path ^@ any (select unnest(kit.roots()))))
    or ((select kit.scope()) = 'staff' and chain_units && (select kit.units()))
    or ((select kit.scope()) = 'voice' and id = (select nullif(split_part(kit.voice(), ':', 1), '')::uuid))
  );

-- A report is written by nobody in particular: intake may add a case with its parts, and read none.
create policy taken_in on cases.cases for insert with check ((select kit.scope()) = 'intake');

do $$
declare
  part text;
begin
  foreach part in array array['rounds', 'legs', 'clocks', 'proofs', 'voices', 'contacts', 'extension_requests', 'entries']
  loop
    execute format(
      'create policy taken_in on cases.%1$I for insert with check ((select kit.scope()) = ''intake'')', part);
    execute format(
      'create policy seen on cases.%1$I using ((select kit.scope()) = ''job'' or '
      'exists (select from cases.cases c where c.community_id = %1$I.community_id and c.id = %1$I.case_id))',
      part);
  end loop;
end
$$;

-- A voice knows its case, but of the contacts only its own.
create policy own_contact on cases.contacts as restrictive
  using ((select kit.scope()) <> 'voice' or case_id || ':' || voice = (select kit.voice()));

grant select, insert, update on cases.cases, cases.rounds, cases.legs, cases.clocks, cases.extension_requests to linli_app;
grant select, insert         on cases.proofs, cases.voices, cases.entries to linli_app;
grant select, insert, update on cases.contacts to linli_app;
grant select, insert, update on cases.tallies to linli_app;

-- What anybody may read of a public matter: no words of the reporter, no exact place unless the category says so.

create view cases.public_cases as
select c.community_id,
       c.id,
       c.number,
       c.state,
       c.category,
       c.category_class,
       c.urgent,
       c.tier,
       c.round,
       c.filed_area_id,
       c.filed_path,
       c.grid_id,
       c.reported_at,
       c.filed_at,
       c.last_at,
       c.due_at,
       c.shown_clock,
       c.lon,
       c.lat
  from cases.cases c
 where c.is_public;
comment on view cases.public_cases is 'Public matters, public columns. Read by the open door and Open311; lon and lat leave the server only as precisely as the category allows.';
grant select on cases.public_cases to linli_app;

create view cases.public_entries as
select e.community_id,
       e.case_id,
       e.version,
       e.round,
       e.move,
       e.at,
       e.from_state,
       e.to_state,
       e.role,
       e.facts,
       case when e.actor_kind = 'person' and e.move in ('return', 'suspend', 'grantExtension', 'checkFail', 'reroute', 'correct') then e.reason end as reason
  from cases.entries e
  join cases.cases   c on c.community_id = e.community_id
                      and c.id = e.case_id
 where c.is_public
   and e.audience = 'public';
comment on view cases.public_entries is 'The public timeline: what happened, in which post, never who and never in a reporter''s words.';
grant select on cases.public_entries to linli_app;

create view cases.public_clocks as
select k.community_id,
       k.case_id,
       k.serial,
       k.kind,
       k.round,
       k.limit_kind,
       k.amount,
       k.started_at,
       k.pauses,
       k.extensions,
       k.due_at,
       k.remaining_seconds,
       k.calendar_version,
       k.ended_at,
       k.overdue_at
  from cases.clocks k
  join cases.cases  c on c.community_id = k.community_id
                     and c.id = k.case_id
 where c.is_public;
comment on view cases.public_clocks is 'The countdown everybody may see.';
grant select on cases.public_clocks to linli_app;
