-- The centre of a community: its rooms, who uses them when, what takes place there and who comes. What anybody may
-- know (rooms, the week) is read under any scope; bookings, registrations and counts only by those who keep the
-- centre. Whom that right covers is set for the transaction (app.centres) from the caller's grants: most of the
-- centre's staff see no case, so the roots of kit.covers do not speak for them.

create schema activities;
comment on schema activities is 'What takes place at the community''s centre, and in which room.';
grant usage on schema activities to linli_app;

create function activities.kept_paths() returns text[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.centres', true), ''), ',');
comment on function activities.kept_paths() is
  'Subtrees whose centres the caller keeps, set for one transaction by server/activities/keeping.ts from the grants.';

create table activities.centres (
  community_id bigint not null references places.areas,
  id           uuid   not null,
  name_zh      text   not null check (length(name_zh) between 2 and 60),
  name_en      text   check (length(name_en) between 2 and 120),
  address      text   not null check (length(address) between 1 and 200),
  phone        text   check (length(phone) between 5 and 40),
  lift         boolean not null default false,
  lon          double precision check (lon between -180 and 180),
  lat          double precision check (lat between -90 and 90),
  plan_photo   text   check (plan_photo ~ '^[0-9a-f]{64}$'),
  opened_on    date   not null,
  closed_on    date   check (closed_on > opened_on),
  primary key (community_id, id),
  check ((lon is null) = (lat is null))
);
create index centres_id on activities.centres (id);
comment on table activities.centres is 'A house of a community that is open to its residents. A community may have several; the oldest is its first.';

create table activities.floors (
  community_id bigint   not null,
  centre_id    uuid     not null,
  ordinal      smallint not null check (ordinal between -5 and 60 and ordinal <> 0),
  name_zh      text     not null check (length(name_zh) between 1 and 20),
  name_en      text     check (length(name_en) between 1 and 40),
  plan_photo   text     check (plan_photo ~ '^[0-9a-f]{64}$'),
  primary key (community_id, centre_id, ordinal),
  foreign key (community_id, centre_id) references activities.centres
);
comment on table activities.floors is 'Floors of a centre, -1 below the ground, with a picture of the plan.';

create table activities.zones (
  community_id bigint not null,
  id           uuid   not null,
  centre_id    uuid   not null,
  name_zh      text   not null check (length(name_zh) between 1 and 40),
  name_en      text   check (length(name_en) between 1 and 80),
  purpose      text   check (length(purpose) <= 400),
  theme_id     uuid,
  closed_on    date,
  primary key (community_id, id),
  foreign key (community_id, centre_id) references activities.centres
);
comment on table activities.zones is 'Functional zones 功能板块: rooms that serve one purpose, across floors.';

create table activities.rooms (
  community_id   bigint       not null,
  id             uuid         not null,
  centre_id      uuid         not null,
  floor          smallint     not null,
  zone_id        uuid,
  ordinal        smallint     not null default 1,
  name_zh        text         not null check (length(name_zh) between 1 and 40),
  name_en        text         check (length(name_en) between 1 and 80),
  note_zh        text         check (length(note_zh) <= 60),
  note_en        text         check (length(note_en) <= 120),
  seats          smallint     check (seats between 1 and 5000),
  area_sqm       numeric(7,1) check (area_sqm > 0),
  equipment      text[]       not null default '{}' check (cardinality(equipment) <= 20),
  step_free      boolean      not null default false,
  lends          boolean      not null default true,
  needs_approval boolean      not null default false,
  opened_on      date         not null,
  closed_on      date         check (closed_on > opened_on),
  primary key (community_id, id),
  foreign key (community_id, centre_id, floor) references activities.floors (community_id, centre_id, ordinal),
  foreign key (community_id, zone_id) references activities.zones
);
comment on table activities.rooms is 'lends: residents and groups may book it. needs_approval: somebody decides each booking. A room that is given up is closed by a day, never removed.';
create index rooms_centre on activities.rooms (community_id, centre_id);

create table activities.hours (
  community_id bigint      not null,
  id           uuid        not null,
  centre_id    uuid        not null,
  room_id      uuid,
  valid_from   date        not null,
  week         jsonb       not null check (jsonb_typeof(week) = 'array' and jsonb_array_length(week) = 7),
  on_holidays  text        not null default 'closed' check (on_holidays in ('closed', 'asUsual')),
  reason       text        not null check (length(reason) between 2 and 300),
  entered_by   text        not null,
  entered_at   timestamptz not null,
  seq          bigint      generated always as identity,
  primary key (community_id, id),
  foreign key (community_id, centre_id) references activities.centres,
  foreign key (community_id, room_id) references activities.rooms
);
comment on table activities.hours is
  'Opening hours from a day on: seven lists, Monday first, of local times [["09:00","21:00"]]. room_id null is the whole '
  'centre; a room with hours of its own follows those. Append-only: the latest valid_from, then the latest row, decides.';

create table activities.special_days (
  community_id bigint      not null,
  id           uuid        not null,
  centre_id    uuid        not null,
  room_id      uuid,
  day          date        not null,
  spans        jsonb       check (jsonb_typeof(spans) = 'array' and jsonb_array_length(spans) <= 6),
  reason_zh    text        not null check (length(reason_zh) between 2 and 200),
  reason_en    text,
  entered_by   text        not null,
  entered_at   timestamptz not null,
  seq          bigint      generated always as identity,
  primary key (community_id, id),
  foreign key (community_id, centre_id) references activities.centres,
  foreign key (community_id, room_id) references activities.rooms
);
comment on table activities.special_days is 'One day that differs: an empty list is closed, null gives the day back to the ordinary week. Append-only, the latest row decides.';

create table activities.lending_rules (
  community_id bigint      not null,
  id           uuid        not null,
  centre_id    uuid        not null,
  valid_from   date        not null,
  rules        jsonb       not null check (jsonb_typeof(rules) = 'object'),
  reason       text        not null check (length(reason) between 2 and 300),
  entered_by   text        not null,
  entered_at   timestamptz not null,
  seq          bigint      generated always as identity,
  primary key (community_id, id),
  foreign key (community_id, centre_id) references activities.centres
);
comment on table activities.lending_rules is 'Fair shares from a day on (core/activities/lending.ts): hours a week, how early, how long. Append-only, the latest decides.';

create table activities.groups (
  community_id   bigint   not null references places.areas,
  id             uuid     not null,
  name_zh        text     not null check (length(name_zh) between 2 and 40),
  name_en        text     check (length(name_en) between 2 and 80),
  kind           text     not null check (kind in ('performance', 'singing', 'writing', 'sport', 'handicraft', 'reading', 'mutualHelp', 'other')),
  about          text     check (length(about) <= 600),
  leader_post    text     not null check (length(leader_post) between 1 and 40),
  leader_shown   text     check (length(leader_shown) between 1 and 40),
  members        smallint check (members between 1 and 5000),
  rooms          uuid[]   not null default '{}' check (cardinality(rooms) <= 20),
  hours_per_week smallint check (hours_per_week between 0 and 80),
  founded_on     date     not null,
  ended_on       date     check (ended_on >= founded_on),
  primary key (community_id, id)
);
comment on table activities.groups is
  'Groups of residents 兴趣团队. There is no list of members: how many there are is what the leader says. leader_shown is '
  'what he wants to be called on the page, or nothing. rooms: those it may use without asking each time; hours_per_week null is the general share.';

create table activities.group_secrets (
  community_id bigint      not null,
  group_id     uuid        not null,
  secret_hash  bytea       not null check (length(secret_hash) = 32),
  given_by     text        not null,
  given_at     timestamptz not null,
  primary key (community_id, group_id),
  foreign key (community_id, group_id) references activities.groups
);
comment on table activities.group_secrets is 'What opens a group''s page for its leader. A new one ends the old one.';

create table activities.series (
  community_id    bigint      not null references places.areas,
  id              uuid        not null,
  centre_id       uuid        not null,
  room_id         uuid,
  group_id        uuid,
  theme_id        uuid,
  measure_id      uuid,
  kind            text        not null check (kind in ('lecture', 'course', 'clinic', 'service', 'meeting', 'festival', 'selfRun', 'other')),
  title_zh        text        not null check (length(title_zh) between 2 and 60),
  title_en        text        check (length(title_en) between 2 and 120),
  about           text        check (length(about) <= 1000),
  materials       text        check (length(materials) <= 400),
  lecturer        jsonb       check (jsonb_typeof(lecturer) = 'object'),
  seats           smallint    check (seats between 1 and 5000),
  registration    text        not null default 'open' check (registration in ('none', 'open')),
  rule            text        check (length(rule) between 6 and 500),
  starts_on       date        not null,
  start_time      text        not null check (start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes         smallint    not null check (minutes between 5 and 1440),
  skips_holidays  boolean     not null default true,
  days_added      date[]      not null default '{}' check (cardinality(days_added) <= 200),
  days_skipped    date[]      not null default '{}' check (cardinality(days_skipped) <= 400),
  published_at    timestamptz,
  ended_on        date,
  version         integer     not null default 1 check (version > 0),
  made_at         timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, centre_id) references activities.centres,
  foreign key (community_id, room_id) references activities.rooms,
  foreign key (community_id, group_id) references activities.groups
);
comment on table activities.series is
  'What comes again, or once. rule is a recurrence rule of RFC 5545 without its name (FREQ=WEEKLY;BYDAY=TU); null: on '
  'starts_on, and on the days added by hand. Times are the wall''s at the community. lecturer: organisation, role and, for the poster, a name.';
create index series_id     on activities.series (id);
create index series_centre on activities.series (community_id, centre_id) where ended_on is null;

create table activities.sessions (
  community_id   bigint      not null,
  id             uuid        not null,
  series_id      uuid        not null,
  original_at    timestamptz not null,
  by_hand        boolean     not null default false,
  room_id        uuid,
  place          text        check (length(place) between 2 and 120),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null check (ends_at > starts_at),
  day            date        not null,
  topic_zh       text        check (length(topic_zh) between 2 and 80),
  topic_en       text        check (length(topic_en) between 2 and 160),
  lecturer       jsonb       check (jsonb_typeof(lecturer) = 'object'),
  seats          smallint    check (seats between 1 and 5000),
  state          text        not null default 'planned' check (state in ('planned', 'cancelled', 'dropped')),
  cancelled_at   timestamptz,
  why_zh         text        check (length(why_zh) between 2 and 300),
  why_en         text,
  moved_at       timestamptz,
  sequence       integer     not null default 0 check (sequence >= 0),
  changed_at     timestamptz not null,
  booked         integer     not null default 0 check (booked >= 0),
  waiting        integer     not null default 0 check (waiting >= 0),
  came           integer     check (came >= 0),
  primary key (community_id, id),
  unique (community_id, series_id, original_at),
  foreign key (community_id, series_id) references activities.series,
  foreign key (community_id, room_id) references activities.rooms,
  check ((state = 'planned') = (cancelled_at is null))
);
comment on table activities.sessions is
  'One row a date, made ahead by a job from the series'' rule and never removed. original_at is the start the rule gave '
  'it, whatever it was moved to. dropped: the rule no longer gives it and nobody was registered. booked and waiting '
  'count people of registrations, came person-times 人次; null is not counted. day is the local day it starts on.';
create index sessions_id     on activities.sessions (id);
create index sessions_day    on activities.sessions (community_id, day);
create index sessions_start  on activities.sessions (starts_at);
create index sessions_series on activities.sessions (community_id, series_id, starts_at);

create table activities.bookings (
  community_id bigint      not null,
  id           uuid        not null,
  number       text        not null,
  room_id      uuid        not null,
  by_kind      text        not null check (by_kind in ('group', 'resident', 'organisation', 'centre')),
  group_id     uuid,
  organisation text        check (length(organisation) between 2 and 80),
  purpose      text        not null check (length(purpose) between 2 and 200),
  title_zh     text        check (length(title_zh) between 2 and 60),
  people       smallint    check (people between 1 and 5000),
  starts_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > starts_at),
  state        text        not null check (state in ('asked', 'granted', 'refused', 'cancelled', 'notUsed')),
  channel      text        not null check (channel in ('web', 'phone', 'counter')),
  asked_at     timestamptz not null,
  asked_by     text        not null,
  secret_hash  bytea       not null check (length(secret_hash) = 32),
  decided_at   timestamptz,
  decided_by   text,
  reason       text        check (length(reason) between 2 and 300),
  ended_at     timestamptz,
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, room_id) references activities.rooms,
  foreign key (community_id, group_id) references activities.groups,
  check ((by_kind = 'group') = (group_id is not null)),
  check (state <> 'refused' or reason is not null)
);
comment on table activities.bookings is
  'A room lent for some hours. asked: waits for a decision and holds the room meanwhile. notUsed: nobody came; noted so '
  'that the room can be given on, and counted against nobody. title_zh is what the week shows, if the borrower wants it shown.';
create index bookings_number on activities.bookings (number);
create index bookings_room  on activities.bookings (community_id, room_id, starts_at);
create index bookings_open  on activities.bookings (community_id, asked_at) where state = 'asked';
create index bookings_group on activities.bookings (community_id, group_id, starts_at) where group_id is not null;

create table activities.booking_contacts (
  community_id bigint not null,
  booking_id   uuid   not null,
  sealed_name  text,
  sealed_phone text,
  phone_index  text,
  erase_after  date   not null,
  erased_at    timestamptz,
  primary key (community_id, booking_id),
  foreign key (community_id, booking_id) references activities.bookings,
  check (erased_at is null or (sealed_name is null and sealed_phone is null and phone_index is null))
);
comment on table activities.booking_contacts is
  'Who to call about a booking: sealed, unmasked only with a reason that people.looks keeps, erased thirty days after it. '
  'phone_index is a keyed digest: it tells two bookings of one number apart from those of two, for the fair share.';
create index booking_contacts_phone on activities.booking_contacts (community_id, phone_index) where phone_index is not null;
create index booking_contacts_erase on activities.booking_contacts (erase_after) where erased_at is null;

create table activities.uses (
  community_id bigint    not null,
  room_id      uuid      not null,
  session_id   uuid,
  booking_id   uuid,
  during       tstzrange not null check (not isempty(during) and lower(during) is not null and upper(during) is not null),
  primary key (community_id, room_id, during),
  unique (community_id, session_id),
  unique (community_id, booking_id),
  foreign key (community_id, room_id) references activities.rooms,
  foreign key (community_id, session_id) references activities.sessions deferrable initially deferred,
  foreign key (community_id, booking_id) references activities.bookings deferrable initially deferred,
  check (num_nonnulls(session_id, booking_id) = 1),
  -- Nobody is ever promised a room that somebody else was promised. The room enters by its 64-bit hash.
  constraint one_use_at_a_time exclude using gist (
    int8range(hashtextextended(room_id::text, 0), hashtextextended(room_id::text, 0), '[]') with &&,
    during with &&
  )
);
comment on table activities.uses is 'When which room is taken, by a session or a booking. Half-open, so that one may follow the other. A cancellation frees it by removing the row.';
create index uses_during on activities.uses using gist (during);

create table activities.serials (
  community_id bigint   not null references places.areas,
  kind         text     not null check (kind in ('registration', 'booking')),
  year         smallint not null check (year between 0 and 99),
  last         integer  not null check (last > 0),
  primary key (community_id, kind, year)
);
comment on table activities.serials is 'Last serial given. Gaps are allowed.';

create table activities.registrations (
  community_id bigint      not null,
  id           uuid        not null,
  session_id   uuid        not null,
  number       text        not null,
  people       smallint    not null check (people between 1 and 20),
  state        text        not null check (state in ('booked', 'waiting', 'cancelled')),
  queue        bigint      generated always as identity,
  channel      text        not null check (channel in ('web', 'phone', 'counter')),
  by_staff     boolean     not null default false,
  made_at      timestamptz not null,
  secret_hash  bytea       not null check (length(secret_hash) = 32),
  moved_up_at  timestamptz,
  cancelled_at timestamptz,
  reminded_at  timestamptz,
  came         smallint    check (came between 0 and 20),
  primary key (community_id, id),
  unique (community_id, number),
  foreign key (community_id, session_id) references activities.sessions,
  check ((state = 'cancelled') = (cancelled_at is not null))
);
comment on table activities.registrations is
  'Places kept for so many people; nobody''s name. The waiting list is the order of queue, and nobody is passed over. came: '
  'how many of them came, if somebody noted it. Whoever did not come stands on no list.';
create index registrations_number on activities.registrations (number);
create index registrations_session on activities.registrations (community_id, session_id, state, queue);

create table activities.registration_contacts (
  community_id    bigint not null,
  registration_id uuid   not null,
  sealed_phone    text,
  erase_after     date   not null,
  erased_at       timestamptz,
  primary key (community_id, registration_id),
  foreign key (community_id, registration_id) references activities.registrations,
  check (erased_at is null or sealed_phone is null)
);
comment on table activities.registration_contacts is 'A number to call if the session changes, if one was left: sealed, and erased seven days after the session.';
create index registration_contacts_erase on activities.registration_contacts (erase_after) where erased_at is null;

create table activities.tellings (
  community_id    bigint      not null,
  registration_id uuid        not null,
  cause           text        not null check (length(cause) between 3 and 120),
  kind            text        not null check (kind in ('movedUp', 'moved', 'cancelled', 'reminder')),
  words_zh        text        not null,
  words_en        text        not null,
  at              timestamptz not null,
  by_phone        boolean     not null,
  called_at       timestamptz,
  called_by       text,
  primary key (community_id, registration_id, cause),
  foreign key (community_id, registration_id) references activities.registrations,
  check (called_at is null or by_phone)
);
comment on table activities.tellings is
  'What a registration was told, once a cause: shown to whoever holds its number and secret, and for those who left a '
  'telephone number on the list of the desk that calls them.';
create index tellings_to_call on activities.tellings (community_id, at) where by_phone and called_at is null;

create table activities.attendance (
  community_id    bigint      not null,
  id              uuid        not null,
  session_id      uuid        not null,
  change          smallint    not null check (change between -2000 and 2000 and change <> 0),
  way             text        not null check (way in ('tap', 'list', 'qr', 'count')),
  registration_id uuid,
  by              text        not null,
  at              timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, session_id) references activities.sessions,
  foreign key (community_id, registration_id) references activities.registrations
);
comment on table activities.attendance is
  'Person-times as they were counted: one tap at the door, a registration ticked off, a code shown by whoever likes to, or '
  'a head count afterwards. Append-only; a mistake is a row with the other sign. sessions.came is their sum.';
create index attendance_session on activities.attendance (community_id, session_id);

create table activities.cards (
  community_id bigint not null references places.areas,
  year         smallint not null check (year between 2000 and 2200),
  card         bytea  not null check (length(card) = 32),
  since        date   not null,
  primary key (community_id, year, card)
);
comment on table activities.cards is
  'Residents who agreed to be counted once, as the digest of a token that they alone hold; another digest every year, so '
  'that years cannot be joined. No name, no number, no account. Withdrawing removes the row with its visits.';

create table activities.card_visits (
  community_id bigint   not null,
  year         smallint not null,
  card         bytea    not null,
  session_id   uuid     not null,
  primary key (community_id, year, card, session_id),
  foreign key (community_id, year, card) references activities.cards on delete cascade,
  foreign key (community_id, session_id) references activities.sessions
);
comment on table activities.card_visits is 'Which sessions a token was shown at. Only ever counted; removed a month after the year, when the count is kept.';

create table activities.card_counts (
  community_id bigint   not null references places.areas,
  year         smallint not null,
  people       integer  not null check (people >= 0),
  visits       integer  not null check (visits >= people),
  primary key (community_id, year)
);
comment on table activities.card_counts is 'People who agreed to be counted, per year, after their visits were removed: a lower bound of people, never extrapolated.';

create table activities.feedback (
  community_id bigint   not null,
  session_id   uuid     not null,
  id           uuid     not null,
  grade        smallint not null check (grade between 1 and 3),
  again        boolean,
  given_on     date     not null,
  primary key (community_id, session_id, id),
  foreign key (community_id, session_id) references activities.sessions
);
comment on table activities.feedback is 'Two taps after a session: how it was (3 good, 2 fair, 1 not for me), and whether one would come again. Nobody''s; the day is all there is of the time.';

create table activities.volunteers (
  community_id bigint not null references places.areas,
  id           uuid   not null,
  shown        text   not null check (length(shown) between 1 and 60),
  kind         text   not null check (kind in ('team', 'organisation', 'person')),
  offers       text   not null check (length(offers) between 2 and 300),
  since        date   not null,
  agreed_on    date   not null,
  until        date,
  primary key (community_id, id)
);
comment on table activities.volunteers is 'Teams and people who offer help, as they want to be called. No hours, no points, no list of what each did.';

create table activities.thanks (
  community_id bigint       not null references places.areas,
  id           uuid         not null,
  shown        text         not null check (length(shown) between 1 and 60),
  deed         text         not null check (length(deed) between 2 and 300),
  day          date         not null,
  hours        numeric(4,1) check (hours > 0),
  session_id   uuid,
  is_public    boolean      not null,
  thanked_by   text         not null,
  thanked_at   timestamptz  not null,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, session_id) references activities.sessions
);
comment on table activities.thanks is
  'Thanks for a deed. It refers to nobody''s row, so nothing can be summed per person: no points, no ranking. Public only if whoever is thanked agreed.';

create table activities.spaces (
  community_id bigint       not null references places.areas,
  id           uuid         not null,
  room_id      uuid,
  name_zh      text         not null check (length(name_zh) between 2 and 60),
  address      text         not null check (length(address) between 1 and 200),
  area_sqm     numeric(8,1) not null check (area_sqm > 0),
  idle_since   date         not null,
  owner        text         not null check (length(owner) between 2 and 80),
  state        text         not null check (state in ('listed', 'allocated', 'withdrawn')),
  listed_at    timestamptz  not null,
  primary key (community_id, id),
  foreign key (community_id, room_id) references activities.rooms
);
comment on table activities.spaces is 'Idle space 闲置空间 that waits for a use, or found one.';

create table activities.space_uses (
  community_id bigint      not null,
  id           uuid        not null,
  space_id     uuid        not null,
  use          text        not null check (use in ('startUp', 'incubator', 'shared', 'centre', 'other')),
  by_whom      text        not null check (length(by_whom) between 2 and 80),
  words        text        not null check (length(words) between 2 and 600),
  state        text        not null check (state in ('proposed', 'allocated', 'refused', 'ended')),
  proposed_at  timestamptz not null,
  decided_at   timestamptz,
  reason       text        check (length(reason) between 2 and 300),
  from_on      date,
  to_on        date        check (to_on > from_on),
  terms        text        check (length(terms) between 2 and 600),
  primary key (community_id, id),
  foreign key (community_id, space_id) references activities.spaces,
  check (state not in ('allocated', 'ended') or (from_on is not null and terms is not null))
);
comment on table activities.space_uses is 'What somebody would do with an idle space, and on which terms it was given.';
create unique index space_uses_one on activities.space_uses (community_id, space_id) where state = 'allocated';

create table activities.entries (
  community_id bigint      not null references places.areas,
  id           uuid        not null,
  at           timestamptz not null,
  actor_kind   text        not null check (actor_kind in ('person', 'group', 'resident', 'job')),
  actor_id     text        not null,
  act          text        not null check (act ~ '^[a-z][A-Za-z]{2,40}$'),
  subject_kind text        not null check (subject_kind in ('centre', 'room', 'booking', 'series', 'session', 'registration', 'group', 'volunteer', 'thanks', 'space')),
  subject_id   uuid        not null,
  reason       text        check (length(reason) <= 600),
  facts        jsonb       not null default '{}',
  tx           xid8        not null default pg_current_xact_id(),
  seq          bigint      generated always as identity,
  primary key (community_id, id)
);
comment on table activities.entries is 'Who changed what and why: append-only by grants, sealed in the chain of the community. Names no resident.';
create index entries_subject on activities.entries (community_id, subject_id, seq);
create index entries_follow  on activities.entries (tx, seq);

-- Who reads and who writes.

do $$
declare
  name  text;
  known text[] := array['centres', 'floors', 'zones', 'rooms', 'hours', 'special_days', 'lending_rules', 'groups', 'uses', 'spaces'];
  kept  text := '(select kit.scope()) = ''job'' or ((select kit.scope()) = ''staff'' and community_id in '
                '(select a.id from places.areas a where a.path ^@ any (select unnest(activities.kept_paths()))))';
begin
  foreach name in array known || array['series', 'sessions', 'bookings', 'booking_contacts', 'serials', 'group_secrets',
    'registrations', 'registration_contacts', 'tellings', 'attendance', 'feedback', 'volunteers', 'thanks', 'space_uses', 'entries']
  loop
    execute format('alter table activities.%I enable row level security', name);
    execute format('create policy kept on activities.%I using (%s) with check (%s)', name, kept, kept);
  end loop;
  foreach name in array known
  loop
    execute format('create policy known on activities.%I for select using ((select kit.scope()) <> '''')', name);
  end loop;
end
$$;
create policy known on activities.series for select
  using ((select kit.scope()) <> '' and published_at is not null);
create policy known on activities.sessions for select
  using ((select kit.scope()) <> '' and state <> 'dropped'
         and exists (select from activities.series s where s.community_id = sessions.community_id and s.id = sessions.series_id));
create policy known on activities.thanks for select
  using ((select kit.scope()) <> '' and is_public and withdrawn_at is null);
create policy known on activities.volunteers for select
  using ((select kit.scope()) <> '' and until is null);

-- What ties a token to sessions is for the job that counts alone.
alter table activities.cards       enable row level security;
alter table activities.card_visits enable row level security;
alter table activities.card_counts enable row level security;
create policy counted on activities.cards       using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy counted on activities.card_visits using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy counted on activities.card_counts using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');

grant select, insert, update on activities.centres, activities.floors, activities.zones, activities.rooms, activities.groups,
  activities.group_secrets, activities.series, activities.sessions, activities.bookings, activities.booking_contacts,
  activities.serials, activities.registrations, activities.registration_contacts, activities.tellings, activities.volunteers,
  activities.thanks, activities.spaces, activities.space_uses to linli_app;
grant select, insert on activities.hours, activities.special_days, activities.lending_rules, activities.attendance,
  activities.feedback, activities.entries to linli_app;
grant select, insert, update, delete on activities.uses to linli_app;
grant select, insert, delete on activities.cards, activities.card_visits to linli_app;
grant select, insert on activities.card_counts to linli_app;

-- What others read.

create view activities.shown_bookings as
select b.community_id,
       b.id,
       b.room_id,
       b.group_id,
       b.title_zh,
       b.by_kind,
       b.starts_at,
       b.ends_at
  from activities.bookings b
 where b.state = 'granted';
comment on view activities.shown_bookings is 'What the week may show of a booking: when, where, which group, and its title if it has one. Never who borrowed.';
grant select on activities.shown_bookings to linli_app;

create view activities.for_cockpit as
select s.community_id,
       s.day,
       r.theme_id,
       count(*)                                                                  as sessions,
       count(s.came)                                                             as counted,
       coalesce(sum(s.came), 0)                                                  as person_times,
       coalesce(sum(extract(epoch from s.ends_at - s.starts_at))::bigint / 60, 0) as minutes
  from activities.sessions s
  join activities.series   r on r.community_id = s.community_id
                            and r.id = s.series_id
 where s.state = 'planned'
   and r.published_at is not null
 group by s.community_id, s.day, r.theme_id;
comment on view activities.for_cockpit is
  'Sessions not cancelled and the person-times counted at them, per community, local day and theme. Days to come are in '
  'it: whoever counts what took place asks up to yesterday or now.';
grant select on activities.for_cockpit to linli_app;

create view activities.room_minutes as
select u.community_id,
       u.room_id,
       (lower(u.during) at time zone a.time_zone)::date             as day,
       sum(extract(epoch from upper(u.during) - lower(u.during)) / 60)::integer as minutes
  from activities.uses u
  join places.areas    a on a.id = u.community_id
 group by 1, 2, 3;
comment on view activities.room_minutes is 'Minutes a room is taken on a local day: the numerator of 场地利用率. The denominator follows from the opening hours.';
grant select on activities.room_minutes to linli_app;
