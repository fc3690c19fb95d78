-- Printed by npm run db from the catalogue. Do not edit: write a migration.

-- Person-times as they were counted: one tap at the door, a registration ticked off, a code shown by whoever likes to, or a head count afterwards. Append-only; a mistake is a row with the other sign. sessions.came is their sum.
create table activities.attendance (
  community_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  change smallint not null,
  way text not null,
  registration_id uuid,
  by text not null,
  at timestamp with time zone not null,
  constraint attendance_change_check CHECK ((((change >= '-2000'::integer) AND (change <= 2000)) AND (change <> 0))),
  constraint attendance_community_id_registration_id_fkey FOREIGN KEY (community_id, registration_id) REFERENCES activities.registrations(community_id, id),
  constraint attendance_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id),
  constraint attendance_pkey PRIMARY KEY (community_id, id),
  constraint attendance_way_check CHECK ((way = ANY (ARRAY['tap'::text, 'list'::text, 'qr'::text, 'count'::text])))
);
CREATE INDEX attendance_session ON activities.attendance USING btree (community_id, session_id);
alter table activities.attendance enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select to linli_app;

-- Who to call about a booking: sealed, unmasked only with a reason that people.looks keeps, erased thirty days after it. phone_index is a keyed digest: it tells two bookings of one number apart from those of two, for the fair share.
create table activities.booking_contacts (
  community_id bigint not null,
  booking_id uuid not null,
  sealed_name text,
  sealed_phone text,
  phone_index text,
  erase_after date not null,
  erased_at timestamp with time zone,
  told_on date,
  constraint booking_contacts_check CHECK (((erased_at IS NULL) OR ((sealed_name IS NULL) AND (sealed_phone IS NULL) AND (phone_index IS NULL)))),
  constraint booking_contacts_community_id_booking_id_fkey FOREIGN KEY (community_id, booking_id) REFERENCES activities.bookings(community_id, id),
  constraint booking_contacts_pkey PRIMARY KEY (community_id, booking_id)
);
CREATE INDEX booking_contacts_erase ON activities.booking_contacts USING btree (erase_after) WHERE (erased_at IS NULL);
CREATE INDEX booking_contacts_phone ON activities.booking_contacts USING btree (community_id, phone_index) WHERE (phone_index IS NOT NULL);
alter table activities.booking_contacts enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- A room lent for some hours. asked: waits for a decision and holds the room meanwhile. notUsed: nobody came; noted so that the room can be given on, and counted against nobody. title_zh is what the week shows, if the borrower wants it shown.
create table activities.bookings (
  community_id bigint not null,
  id uuid not null,
  number text not null,
  room_id uuid not null,
  by_kind text not null,
  group_id uuid,
  organisation text,
  purpose text not null,
  title_zh text,
  people smallint,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  state text not null,
  channel text not null,
  asked_at timestamp with time zone not null,
  asked_by text not null,
  secret_hash bytea not null,
  decided_at timestamp with time zone,
  decided_by text,
  reason text,
  ended_at timestamp with time zone,
  constraint bookings_by_kind_check CHECK ((by_kind = ANY (ARRAY['group'::text, 'resident'::text, 'organisation'::text, 'centre'::text]))),
  constraint bookings_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'counter'::text]))),
  constraint bookings_check CHECK ((ends_at > starts_at)),
  constraint bookings_check1 CHECK (((by_kind = 'group'::text) = (group_id IS NOT NULL))),
  constraint bookings_check2 CHECK (((state <> 'refused'::text) OR (reason IS NOT NULL))),
  constraint bookings_community_id_group_id_fkey FOREIGN KEY (community_id, group_id) REFERENCES activities.groups(community_id, id),
  constraint bookings_community_id_number_key UNIQUE (community_id, number),
  constraint bookings_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint bookings_organisation_check CHECK (((length(organisation) >= 2) AND (length(organisation) <= 80))),
  constraint bookings_people_check CHECK (((people >= 1) AND (people <= 5000))),
  constraint bookings_pkey PRIMARY KEY (community_id, id),
  constraint bookings_purpose_check CHECK (((length(purpose) >= 2) AND (length(purpose) <= 200))),
  constraint bookings_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300))),
  constraint bookings_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint bookings_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'cancelled'::text, 'notUsed'::text]))),
  constraint bookings_title_zh_check CHECK (((length(title_zh) >= 2) AND (length(title_zh) <= 60)))
);
CREATE INDEX bookings_group ON activities.bookings USING btree (community_id, group_id, starts_at) WHERE (group_id IS NOT NULL);
CREATE INDEX bookings_number ON activities.bookings USING btree (number);
CREATE INDEX bookings_open ON activities.bookings USING btree (community_id, asked_at) WHERE (state = 'asked'::text);
CREATE INDEX bookings_room ON activities.bookings USING btree (community_id, room_id, starts_at);
alter table activities.bookings enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- People who agreed to be counted, per year, after their visits were removed: a lower bound of people, never extrapolated.
create table activities.card_counts (
  community_id bigint not null,
  year smallint not null,
  people integer not null,
  visits integer not null,
  constraint card_counts_check CHECK ((visits >= people)),
  constraint card_counts_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint card_counts_people_check CHECK ((people >= 0)),
  constraint card_counts_pkey PRIMARY KEY (community_id, year)
);
alter table activities.card_counts enable row level security;
create policy counted for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select to linli_app;

-- Which sessions a token was shown at. Only ever counted; removed a month after the year, when the count is kept.
create table activities.card_visits (
  community_id bigint not null,
  year smallint not null,
  card bytea not null,
  session_id uuid not null,
  constraint card_visits_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id),
  constraint card_visits_community_id_year_card_fkey FOREIGN KEY (community_id, year, card) REFERENCES activities.cards(community_id, year, card) ON DELETE CASCADE,
  constraint card_visits_pkey PRIMARY KEY (community_id, year, card, session_id)
);
alter table activities.card_visits enable row level security;
create policy counted for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- Residents who agreed to be counted once, as the digest of a token that they alone hold; another digest every year, so that years cannot be joined. No name, no number, no account. Withdrawing removes the row with its visits.
create table activities.cards (
  community_id bigint not null,
  year smallint not null,
  card bytea not null,
  since date not null,
  constraint cards_card_check CHECK ((length(card) = 32)),
  constraint cards_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint cards_pkey PRIMARY KEY (community_id, year, card),
  constraint cards_year_check CHECK (((year >= 2000) AND (year <= 2200)))
);
alter table activities.cards enable row level security;
create policy counted for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- A house of a community that is open to its residents. A community may have several; the oldest is its first.
create table activities.centres (
  community_id bigint not null,
  id uuid not null,
  name_zh text not null,
  name_en text,
  address text not null,
  phone text,
  lift boolean not null default false,
  lon double precision,
  lat double precision,
  plan_photo text,
  opened_on date not null,
  closed_on date,
  constraint centres_address_check CHECK (((length(address) >= 1) AND (length(address) <= 200))),
  constraint centres_check CHECK ((closed_on > opened_on)),
  constraint centres_check1 CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint centres_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint centres_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint centres_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
  constraint centres_name_en_check CHECK (((length(name_en) >= 2) AND (length(name_en) <= 120))),
  constraint centres_name_zh_check CHECK (((length(name_zh) >= 2) AND (length(name_zh) <= 60))),
  constraint centres_phone_check CHECK (((length(phone) >= 5) AND (length(phone) <= 40))),
  constraint centres_pkey PRIMARY KEY (community_id, id),
  constraint centres_plan_photo_check CHECK ((plan_photo ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX centres_id ON activities.centres USING btree (id);
alter table activities.centres enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- Who changed what and why: append-only by grants, sealed in the chain of the community. Names no resident.
create table activities.entries (
  community_id bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id text not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid not null,
  reason text,
  facts jsonb not null default '{}'::jsonb,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated as identity not null,
  constraint entries_act_check CHECK ((act ~ '^[a-z][A-Za-z]{2,40}$'::text)),
  constraint entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'group'::text, 'resident'::text, 'job'::text]))),
  constraint entries_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint entries_pkey PRIMARY KEY (community_id, id),
  constraint entries_reason_check CHECK ((length(reason) <= 600)),
  constraint entries_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['centre'::text, 'room'::text, 'booking'::text, 'series'::text, 'session'::text, 'registration'::text, 'group'::text, 'volunteer'::text, 'thanks'::text, 'space'::text])))
);
CREATE INDEX entries_follow ON activities.entries USING btree (tx, seq);
CREATE INDEX entries_subject ON activities.entries USING btree (community_id, subject_id, seq);
alter table activities.entries enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select to linli_app;

-- Two taps after a session: how it was (3 good, 2 fair, 1 not for me), and whether one would come again. Nobody's; the day is all there is of the time.
create table activities.feedback (
  community_id bigint not null,
  session_id uuid not null,
  id uuid not null,
  grade smallint not null,
  again boolean,
  given_on date not null,
  constraint feedback_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id),
  constraint feedback_grade_check CHECK (((grade >= 1) AND (grade <= 3))),
  constraint feedback_pkey PRIMARY KEY (community_id, session_id, id)
);
alter table activities.feedback enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select to linli_app;

-- Floors of a centre, -1 below the ground, with a picture of the plan.
create table activities.floors (
  community_id bigint not null,
  centre_id uuid not null,
  ordinal smallint not null,
  name_zh text not null,
  name_en text,
  plan_photo text,
  constraint floors_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint floors_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 40))),
  constraint floors_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 20))),
  constraint floors_ordinal_check CHECK ((((ordinal >= '-5'::integer) AND (ordinal <= 60)) AND (ordinal <> 0))),
  constraint floors_pkey PRIMARY KEY (community_id, centre_id, ordinal),
  constraint floors_plan_photo_check CHECK ((plan_photo ~ '^[0-9a-f]{64}$'::text))
);
alter table activities.floors enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- What opens a group's page for its leader. A new one ends the old one.
create table activities.group_secrets (
  community_id bigint not null,
  group_id uuid not null,
  secret_hash bytea not null,
  given_by text not null,
  given_at timestamp with time zone not null,
  constraint group_secrets_community_id_group_id_fkey FOREIGN KEY (community_id, group_id) REFERENCES activities.groups(community_id, id),
  constraint group_secrets_pkey PRIMARY KEY (community_id, group_id),
  constraint group_secrets_secret_hash_check CHECK ((length(secret_hash) = 32))
);
alter table activities.group_secrets enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- Groups of residents 兴趣团队. There is no list of members: how many there are is what the leader says. leader_shown is what he wants to be called on the page, or nothing. rooms: those it may use without asking each time; hours_per_week null is the general share.
create table activities.groups (
  community_id bigint not null,
  id uuid not null,
  name_zh text not null,
  name_en text,
  kind text not null,
  about text,
  leader_post text not null,
  leader_shown text,
  members smallint,
  rooms uuid[] not null default '{}'::uuid[],
  hours_per_week smallint,
  founded_on date not null,
  ended_on date,
  constraint groups_about_check CHECK ((length(about) <= 600)),
  constraint groups_check CHECK ((ended_on >= founded_on)),
  constraint groups_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint groups_hours_per_week_check CHECK (((hours_per_week >= 0) AND (hours_per_week <= 80))),
  constraint groups_kind_check CHECK ((kind = ANY (ARRAY['performance'::text, 'singing'::text, 'writing'::text, 'sport'::text, 'handicraft'::text, 'reading'::text, 'mutualHelp'::text, 'other'::text]))),
  constraint groups_leader_post_check CHECK (((length(leader_post) >= 1) AND (length(leader_post) <= 40))),
  constraint groups_leader_shown_check CHECK (((length(leader_shown) >= 1) AND (length(leader_shown) <= 40))),
  constraint groups_members_check CHECK (((members >= 1) AND (members <= 5000))),
  constraint groups_name_en_check CHECK (((length(name_en) >= 2) AND (length(name_en) <= 80))),
  constraint groups_name_zh_check CHECK (((length(name_zh) >= 2) AND (length(name_zh) <= 40))),
  constraint groups_pkey PRIMARY KEY (community_id, id),
  constraint groups_rooms_check CHECK ((cardinality(rooms) <= 20))
);
alter table activities.groups enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- Opening hours from a day on: seven lists, Monday first, of local times [["09:00","21:00"]]. room_id null is the whole centre; a room with hours of its own follows those. Append-only: the latest valid_from, then the latest row, decides.
create table activities.hours (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  room_id uuid,
  valid_from date not null,
  week jsonb not null,
  on_holidays text not null default 'closed'::text,
  reason text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  seq bigint generated as identity not null,
  constraint hours_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint hours_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint hours_on_holidays_check CHECK ((on_holidays = ANY (ARRAY['closed'::text, 'asUsual'::text]))),
  constraint hours_pkey PRIMARY KEY (community_id, id),
  constraint hours_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300))),
  constraint hours_week_check CHECK (((jsonb_typeof(week) = 'array'::text) AND (jsonb_array_length(week) = 7)))
);
alter table activities.hours enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select to linli_app;

-- Fair shares from a day on (core/activities/lending.ts): hours a week, how early, how long. Append-only, the latest decides.
create table activities.lending_rules (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  valid_from date not null,
  rules jsonb not null,
  reason text not null,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  seq bigint generated as identity not null,
  constraint lending_rules_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint lending_rules_pkey PRIMARY KEY (community_id, id),
  constraint lending_rules_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300))),
  constraint lending_rules_rules_check CHECK ((jsonb_typeof(rules) = 'object'::text))
);
alter table activities.lending_rules enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select to linli_app;

-- A number to call if the session changes, if one was left: sealed, and erased seven days after the session.
create table activities.registration_contacts (
  community_id bigint not null,
  registration_id uuid not null,
  sealed_phone text,
  erase_after date not null,
  erased_at timestamp with time zone,
  told_on date,
  constraint registration_contacts_check CHECK (((erased_at IS NULL) OR (sealed_phone IS NULL))),
  constraint registration_contacts_community_id_registration_id_fkey FOREIGN KEY (community_id, registration_id) REFERENCES activities.registrations(community_id, id),
  constraint registration_contacts_pkey PRIMARY KEY (community_id, registration_id)
);
CREATE INDEX registration_contacts_erase ON activities.registration_contacts USING btree (erase_after) WHERE (erased_at IS NULL);
alter table activities.registration_contacts enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- Places kept for so many people; nobody's name. The waiting list is the order of queue, and nobody is passed over. came: how many of them came, if somebody noted it. Whoever did not come stands on no list.
create table activities.registrations (
  community_id bigint not null,
  id uuid not null,
  session_id uuid not null,
  number text not null,
  people smallint not null,
  state text not null,
  queue bigint generated as identity not null,
  channel text not null,
  by_staff boolean not null default false,
  made_at timestamp with time zone not null,
  secret_hash bytea not null,
  moved_up_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  reminded_at timestamp with time zone,
  came smallint,
  constraint registrations_came_check CHECK (((came >= 0) AND (came <= 20))),
  constraint registrations_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'counter'::text]))),
  constraint registrations_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  constraint registrations_community_id_number_key UNIQUE (community_id, number),
  constraint registrations_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id),
  constraint registrations_people_check CHECK (((people >= 1) AND (people <= 20))),
  constraint registrations_pkey PRIMARY KEY (community_id, id),
  constraint registrations_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint registrations_state_check CHECK ((state = ANY (ARRAY['booked'::text, 'waiting'::text, 'cancelled'::text])))
);
CREATE INDEX registrations_number ON activities.registrations USING btree (number);
CREATE INDEX registrations_session ON activities.registrations USING btree (community_id, session_id, state, queue);
alter table activities.registrations enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- lends: residents and groups may book it. needs_approval: somebody decides each booking. A room that is given up is closed by a day, never removed.
create table activities.rooms (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  floor smallint not null,
  zone_id uuid,
  ordinal smallint not null default 1,
  name_zh text not null,
  name_en text,
  note_zh text,
  note_en text,
  seats smallint,
  area_sqm numeric(7,1),
  equipment text[] not null default '{}'::text[],
  step_free boolean not null default false,
  lends boolean not null default true,
  needs_approval boolean not null default false,
  opened_on date not null,
  closed_on date,
  constraint rooms_area_sqm_check CHECK ((area_sqm > (0)::numeric)),
  constraint rooms_check CHECK ((closed_on > opened_on)),
  constraint rooms_community_id_centre_id_floor_fkey FOREIGN KEY (community_id, centre_id, floor) REFERENCES activities.floors(community_id, centre_id, ordinal),
  constraint rooms_community_id_zone_id_fkey FOREIGN KEY (community_id, zone_id) REFERENCES activities.zones(community_id, id),
  constraint rooms_equipment_check CHECK ((cardinality(equipment) <= 20)),
  constraint rooms_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 80))),
  constraint rooms_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 40))),
  constraint rooms_note_en_check CHECK ((length(note_en) <= 120)),
  constraint rooms_note_zh_check CHECK ((length(note_zh) <= 60)),
  constraint rooms_pkey PRIMARY KEY (community_id, id),
  constraint rooms_seats_check CHECK (((seats >= 1) AND (seats <= 5000)))
);
CREATE INDEX rooms_centre ON activities.rooms USING btree (community_id, centre_id);
alter table activities.rooms enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- Last serial given. Gaps are allowed.
create table activities.serials (
  community_id bigint not null,
  kind text not null,
  year smallint not null,
  last integer not null,
  constraint serials_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint serials_kind_check CHECK ((kind = ANY (ARRAY['registration'::text, 'booking'::text]))),
  constraint serials_last_check CHECK ((last > 0)),
  constraint serials_pkey PRIMARY KEY (community_id, kind, year),
  constraint serials_year_check CHECK (((year >= 0) AND (year <= 99)))
);
alter table activities.serials enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- What comes again, or once. rule is a recurrence rule of RFC 5545 without its name (FREQ=WEEKLY;BYDAY=TU); null: on starts_on, and on the days added by hand. Times are the wall's at the community. lecturer: organisation, role and, for the poster, a name.
create table activities.series (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  room_id uuid,
  group_id uuid,
  theme_id uuid,
  measure_id uuid,
  kind text not null,
  title_zh text not null,
  title_en text,
  about text,
  materials text,
  lecturer jsonb,
  seats smallint,
  registration text not null default 'open'::text,
  rule text,
  starts_on date not null,
  start_time text not null,
  minutes smallint not null,
  skips_holidays boolean not null default true,
  days_added date[] not null default '{}'::date[],
  days_skipped date[] not null default '{}'::date[],
  published_at timestamp with time zone,
  ended_on date,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  constraint series_about_check CHECK ((length(about) <= 1000)),
  constraint series_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint series_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint series_community_id_group_id_fkey FOREIGN KEY (community_id, group_id) REFERENCES activities.groups(community_id, id),
  constraint series_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint series_days_added_check CHECK ((cardinality(days_added) <= 200)),
  constraint series_days_skipped_check CHECK ((cardinality(days_skipped) <= 400)),
  constraint series_kind_check CHECK ((kind = ANY (ARRAY['lecture'::text, 'course'::text, 'clinic'::text, 'service'::text, 'meeting'::text, 'festival'::text, 'selfRun'::text, 'other'::text]))),
  constraint series_lecturer_check CHECK ((jsonb_typeof(lecturer) = 'object'::text)),
  constraint series_materials_check CHECK ((length(materials) <= 400)),
  constraint series_measure FOREIGN KEY (community_id, measure_id) REFERENCES themes.measures(community_id, id),
  constraint series_measure_of_theme CHECK (((measure_id IS NULL) OR (theme_id IS NOT NULL))),
  constraint series_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint series_pkey PRIMARY KEY (community_id, id),
  constraint series_registration_check CHECK ((registration = ANY (ARRAY['none'::text, 'open'::text]))),
  constraint series_rule_check CHECK (((length(rule) >= 6) AND (length(rule) <= 500))),
  constraint series_seats_check CHECK (((seats >= 1) AND (seats <= 5000))),
  constraint series_start_time_check CHECK ((start_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint series_theme FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id),
  constraint series_title_en_check CHECK (((length(title_en) >= 2) AND (length(title_en) <= 120))),
  constraint series_title_zh_check CHECK (((length(title_zh) >= 2) AND (length(title_zh) <= 60))),
  constraint series_version_check CHECK ((version > 0))
);
CREATE INDEX series_centre ON activities.series USING btree (community_id, centre_id) WHERE (ended_on IS NULL);
CREATE INDEX series_id ON activities.series USING btree (id);
CREATE INDEX series_of_theme ON activities.series USING btree (community_id, theme_id) WHERE (theme_id IS NOT NULL);
alter table activities.series enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (published_at IS NOT NULL)));
grant insert, select, update to linli_app;

-- One row a date, made ahead by a job from the series' rule and never removed. original_at is the start the rule gave it, whatever it was moved to. dropped: the rule no longer gives it and nobody was registered. booked and waiting count people of registrations, came person-times 人次; null is not counted. day is the local day it starts on.
create table activities.sessions (
  community_id bigint not null,
  id uuid not null,
  series_id uuid not null,
  original_at timestamp with time zone not null,
  by_hand boolean not null default false,
  room_id uuid,
  place text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  day date not null,
  topic_zh text,
  topic_en text,
  lecturer jsonb,
  seats smallint,
  state text not null default 'planned'::text,
  cancelled_at timestamp with time zone,
  why_zh text,
  why_en text,
  moved_at timestamp with time zone,
  sequence integer not null default 0,
  changed_at timestamp with time zone not null,
  booked integer not null default 0,
  waiting integer not null default 0,
  came integer,
  constraint sessions_booked_check CHECK ((booked >= 0)),
  constraint sessions_came_check CHECK ((came >= 0)),
  constraint sessions_check CHECK ((ends_at > starts_at)),
  constraint sessions_check1 CHECK (((state = 'planned'::text) = (cancelled_at IS NULL))),
  constraint sessions_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint sessions_community_id_series_id_fkey FOREIGN KEY (community_id, series_id) REFERENCES activities.series(community_id, id),
  constraint sessions_community_id_series_id_original_at_key UNIQUE (community_id, series_id, original_at),
  constraint sessions_lecturer_check CHECK ((jsonb_typeof(lecturer) = 'object'::text)),
  constraint sessions_pkey PRIMARY KEY (community_id, id),
  constraint sessions_place_check CHECK (((length(place) >= 2) AND (length(place) <= 120))),
  constraint sessions_seats_check CHECK (((seats >= 1) AND (seats <= 5000))),
  constraint sessions_sequence_check CHECK ((sequence >= 0)),
  constraint sessions_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'cancelled'::text, 'dropped'::text]))),
  constraint sessions_topic_en_check CHECK (((length(topic_en) >= 2) AND (length(topic_en) <= 160))),
  constraint sessions_topic_zh_check CHECK (((length(topic_zh) >= 2) AND (length(topic_zh) <= 80))),
  constraint sessions_waiting_check CHECK ((waiting >= 0)),
  constraint sessions_why_zh_check CHECK (((length(why_zh) >= 2) AND (length(why_zh) <= 300)))
);
CREATE INDEX sessions_day ON activities.sessions USING btree (community_id, day);
CREATE INDEX sessions_id ON activities.sessions USING btree (id);
CREATE INDEX sessions_series ON activities.sessions USING btree (community_id, series_id, starts_at);
CREATE INDEX sessions_start ON activities.sessions USING btree (starts_at);
alter table activities.sessions enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (state <> 'dropped'::text) AND (EXISTS ( SELECT
   FROM activities.series s
  WHERE ((s.community_id = sessions.community_id) AND (s.id = sessions.series_id))))));
grant insert, select, update to linli_app;

-- What somebody would do with an idle space, and on which terms it was given.
create table activities.space_uses (
  community_id bigint not null,
  id uuid not null,
  space_id uuid not null,
  use text not null,
  by_whom text not null,
  words text not null,
  state text not null,
  proposed_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  reason text,
  from_on date,
  to_on date,
  terms text,
  constraint space_uses_by_whom_check CHECK (((length(by_whom) >= 2) AND (length(by_whom) <= 80))),
  constraint space_uses_check CHECK ((to_on > from_on)),
  constraint space_uses_check1 CHECK (((state <> ALL (ARRAY['allocated'::text, 'ended'::text])) OR ((from_on IS NOT NULL) AND (terms IS NOT NULL)))),
  constraint space_uses_community_id_space_id_fkey FOREIGN KEY (community_id, space_id) REFERENCES activities.spaces(community_id, id),
  constraint space_uses_pkey PRIMARY KEY (community_id, id),
  constraint space_uses_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300))),
  constraint space_uses_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'allocated'::text, 'refused'::text, 'ended'::text]))),
  constraint space_uses_terms_check CHECK (((length(terms) >= 2) AND (length(terms) <= 600))),
  constraint space_uses_use_check CHECK ((use = ANY (ARRAY['startUp'::text, 'incubator'::text, 'shared'::text, 'centre'::text, 'other'::text]))),
  constraint space_uses_words_check CHECK (((length(words) >= 2) AND (length(words) <= 600)))
);
CREATE UNIQUE INDEX space_uses_one ON activities.space_uses USING btree (community_id, space_id) WHERE (state = 'allocated'::text);
alter table activities.space_uses enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- Idle space 闲置空间 that waits for a use, or found one.
create table activities.spaces (
  community_id bigint not null,
  id uuid not null,
  room_id uuid,
  name_zh text not null,
  address text not null,
  area_sqm numeric(8,1) not null,
  idle_since date not null,
  owner text not null,
  state text not null,
  listed_at timestamp with time zone not null,
  constraint spaces_address_check CHECK (((length(address) >= 1) AND (length(address) <= 200))),
  constraint spaces_area_sqm_check CHECK ((area_sqm > (0)::numeric)),
  constraint spaces_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint spaces_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint spaces_name_zh_check CHECK (((length(name_zh) >= 2) AND (length(name_zh) <= 60))),
  constraint spaces_owner_check CHECK (((length(owner) >= 2) AND (length(owner) <= 80))),
  constraint spaces_pkey PRIMARY KEY (community_id, id),
  constraint spaces_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'allocated'::text, 'withdrawn'::text])))
);
alter table activities.spaces enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- One day that differs: an empty list is closed, null gives the day back to the ordinary week. Append-only, the latest row decides.
create table activities.special_days (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  room_id uuid,
  day date not null,
  spans jsonb,
  reason_zh text not null,
  reason_en text,
  entered_by text not null,
  entered_at timestamp with time zone not null,
  seq bigint generated as identity not null,
  constraint special_days_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint special_days_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint special_days_pkey PRIMARY KEY (community_id, id),
  constraint special_days_reason_zh_check CHECK (((length(reason_zh) >= 2) AND (length(reason_zh) <= 200))),
  constraint special_days_spans_check CHECK (((jsonb_typeof(spans) = 'array'::text) AND (jsonb_array_length(spans) <= 6)))
);
alter table activities.special_days enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select to linli_app;

-- What a registration was told, once a cause: shown to whoever holds its number and secret, and for those who left a telephone number on the list of the desk that calls them.
create table activities.tellings (
  community_id bigint not null,
  registration_id uuid not null,
  cause text not null,
  kind text not null,
  words_zh text not null,
  words_en text not null,
  at timestamp with time zone not null,
  by_phone boolean not null,
  called_at timestamp with time zone,
  called_by text,
  constraint tellings_cause_check CHECK (((length(cause) >= 3) AND (length(cause) <= 120))),
  constraint tellings_check CHECK (((called_at IS NULL) OR by_phone)),
  constraint tellings_community_id_registration_id_fkey FOREIGN KEY (community_id, registration_id) REFERENCES activities.registrations(community_id, id),
  constraint tellings_kind_check CHECK ((kind = ANY (ARRAY['movedUp'::text, 'moved'::text, 'cancelled'::text, 'reminder'::text]))),
  constraint tellings_pkey PRIMARY KEY (community_id, registration_id, cause)
);
CREATE INDEX tellings_to_call ON activities.tellings USING btree (community_id, at) WHERE (by_phone AND (called_at IS NULL));
alter table activities.tellings enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- Thanks for a deed. It refers to nobody's row, so nothing can be summed per person: no points, no ranking. Public only if whoever is thanked agreed.
create table activities.thanks (
  community_id bigint not null,
  id uuid not null,
  shown text not null,
  deed text not null,
  day date not null,
  hours numeric(4,1),
  session_id uuid,
  is_public boolean not null,
  thanked_by text not null,
  thanked_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint thanks_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint thanks_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id),
  constraint thanks_deed_check CHECK (((length(deed) >= 2) AND (length(deed) <= 300))),
  constraint thanks_hours_check CHECK ((hours > (0)::numeric)),
  constraint thanks_pkey PRIMARY KEY (community_id, id),
  constraint thanks_shown_check CHECK (((length(shown) >= 1) AND (length(shown) <= 60)))
);
alter table activities.thanks enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND is_public AND (withdrawn_at IS NULL)));
grant insert, select, update to linli_app;

-- When which room is taken, by a session or a booking. Half-open, so that one may follow the other. A cancellation frees it by removing the row.
create table activities.uses (
  community_id bigint not null,
  room_id uuid not null,
  session_id uuid,
  booking_id uuid,
  during tstzrange not null,
  constraint one_use_at_a_time EXCLUDE USING gist (int8range(hashtextextended((room_id)::text, (0)::bigint), hashtextextended((room_id)::text, (0)::bigint), '[]'::text) WITH &&, during WITH &&),
  constraint uses_check CHECK ((num_nonnulls(session_id, booking_id) = 1)),
  constraint uses_community_id_booking_id_fkey FOREIGN KEY (community_id, booking_id) REFERENCES activities.bookings(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint uses_community_id_booking_id_key UNIQUE (community_id, booking_id),
  constraint uses_community_id_room_id_fkey FOREIGN KEY (community_id, room_id) REFERENCES activities.rooms(community_id, id),
  constraint uses_community_id_session_id_fkey FOREIGN KEY (community_id, session_id) REFERENCES activities.sessions(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint uses_community_id_session_id_key UNIQUE (community_id, session_id),
  constraint uses_during_check CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL))),
  constraint uses_pkey PRIMARY KEY (community_id, room_id, during)
);
CREATE INDEX uses_during ON activities.uses USING gist (during);
alter table activities.uses enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant delete, insert, select, update to linli_app;

-- Teams and people who offer help, as they want to be called. No hours, no points, no list of what each did.
create table activities.volunteers (
  community_id bigint not null,
  id uuid not null,
  shown text not null,
  kind text not null,
  offers text not null,
  since date not null,
  agreed_on date not null,
  until date,
  constraint volunteers_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint volunteers_kind_check CHECK ((kind = ANY (ARRAY['team'::text, 'organisation'::text, 'person'::text]))),
  constraint volunteers_offers_check CHECK (((length(offers) >= 2) AND (length(offers) <= 300))),
  constraint volunteers_pkey PRIMARY KEY (community_id, id),
  constraint volunteers_shown_check CHECK (((length(shown) >= 1) AND (length(shown) <= 60)))
);
alter table activities.volunteers enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (until IS NULL)));
grant insert, select, update to linli_app;

-- Functional zones 功能板块: rooms that serve one purpose, across floors.
create table activities.zones (
  community_id bigint not null,
  id uuid not null,
  centre_id uuid not null,
  name_zh text not null,
  name_en text,
  purpose text,
  theme_id uuid,
  closed_on date,
  constraint zones_community_id_centre_id_fkey FOREIGN KEY (community_id, centre_id) REFERENCES activities.centres(community_id, id),
  constraint zones_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 80))),
  constraint zones_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 40))),
  constraint zones_pkey PRIMARY KEY (community_id, id),
  constraint zones_purpose_check CHECK ((length(purpose) <= 400)),
  constraint zones_theme FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id)
);
alter table activities.zones enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(activities.kept_paths()) AS unnest)))))));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
grant insert, select, update to linli_app;

-- Calls after closing 回访, as they went: append-only. An invalid one has its reason and the second person who looked at it; no reason is a mark on whoever was called.
create table cases.callbacks (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  round smallint not null,
  by text not null,
  at timestamp with time zone not null,
  valid boolean not null,
  solved boolean,
  grade smallint,
  reason text,
  reviewer text,
  constraint callbacks_check CHECK ((reviewer <> by)),
  constraint callbacks_check1 CHECK ((valid = (solved IS NOT NULL))),
  constraint callbacks_check2 CHECK ((valid = (reason IS NULL))),
  constraint callbacks_check3 CHECK ((valid = (reviewer IS NULL))),
  constraint callbacks_check4 CHECK ((valid OR (grade IS NULL))),
  constraint callbacks_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint callbacks_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint callbacks_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint callbacks_reason_check CHECK ((reason = ANY (ARRAY['unreachable'::text, 'not_in_mandate'::text, 'in_court'::text, 'policy_limit'::text, 'abusive'::text, 'duplicate'::text, 'private_matter'::text]))),
  constraint callbacks_serial_check CHECK ((serial > 0))
);
alter table cases.callbacks enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
grant insert, select to linli_app;

-- One row a case: its present in one word (state) and what every list needs. Written only by server/cases/store.ts, with the journal entry that explains it. No name, number or position of a person (INV 25). grams: one and two character pieces of text and address for Chinese search. due_at, holder, shown_clock, chain_units and is_public follow from the file and are rewritten with it.
create table cases.cases (
  community_id bigint not null,
  id uuid not null,
  number text not null,
  state text not null,
  version integer not null,
  round smallint not null,
  source text not null,
  created_by text not null,
  category text not null,
  category_class text not null,
  tier text not null,
  matter text,
  urgent boolean not null,
  text text not null,
  address text,
  lon double precision,
  lat double precision,
  home_area_id bigint not null,
  home_path text not null,
  filed_area_id bigint not null,
  filed_path text not null,
  grid_id bigint,
  routing jsonb not null,
  photos text[] not null default '{}'::text[],
  reported_at timestamp with time zone not null,
  filed_at timestamp with time zone,
  archived_at timestamp with time zone,
  resume_to text,
  verifier text,
  question text,
  refused jsonb,
  contested boolean not null default false,
  suspension jsonb,
  suspension_ask jsonb,
  handovers integer not null default 0,
  reopenings smallint not null default 0,
  wake_at timestamp with time zone,
  last_at timestamp with time zone not null,
  took_part text[] not null default '{}'::text[],
  is_public boolean not null default false,
  chain_units bigint[] not null default '{}'::bigint[],
  holder_area_id bigint,
  holder_unit_id bigint,
  shown_clock smallint,
  due_at timestamp with time zone,
  grams text[] not null default '{}'::text[],
  external_id text,
  urges jsonb not null default '[]'::jsonb,
  supervisions jsonb not null default '[]'::jsonb,
  linked_to text,
  merged jsonb,
  merged_here smallint not null default 0,
  appeal jsonb,
  particulars jsonb not null default '[]'::jsonb,
  constraint cases_address_check CHECK ((length(address) <= 300)),
  constraint cases_appeal_check CHECK (((appeal IS NULL) OR (((appeal -> 'reviews'::text) -> 1) IS NULL) OR ((((appeal -> 'reviews'::text) -> 0) ->> 'by'::text) <> (((appeal -> 'reviews'::text) -> 1) ->> 'by'::text)))),
  constraint cases_category_class_check CHECK ((category_class = ANY (ARRAY['P'::text, 'E'::text, 'C'::text]))),
  constraint cases_check CHECK (((state = 'SUSPENDED'::text) = (suspension IS NOT NULL))),
  constraint cases_check1 CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint cases_check2 CHECK (((state = 'MERGED'::text) = (merged IS NOT NULL))),
  constraint cases_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint cases_community_id_number_key UNIQUE (community_id, number),
  constraint cases_filed_area_id_fkey FOREIGN KEY (filed_area_id) REFERENCES places.areas(id),
  constraint cases_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint cases_home_area_id_fkey FOREIGN KEY (home_area_id) REFERENCES places.areas(id),
  constraint cases_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint cases_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
  constraint cases_matter_check CHECK ((matter = ANY (ARRAY['major'::text, 'minor'::text, 'private'::text]))),
  constraint cases_merged_here_check CHECK ((merged_here >= 0)),
  constraint cases_photos_check CHECK ((cardinality(photos) <= 9)),
  constraint cases_pkey PRIMARY KEY (community_id, id),
  constraint cases_round_check CHECK ((round > 0)),
  constraint cases_source_check CHECK ((source = ANY (ARRAY['GRID_PATROL'::text, 'DEVICE'::text, 'RESIDENT_WEB'::text, 'RESIDENT_PHONE'::text, 'COUNTER'::text, 'HOTLINE_12345'::text, 'UPPER_LEVEL'::text, 'OTHER_SYSTEM'::text]))),
  constraint cases_state_check CHECK ((state = ANY (ARRAY['REPORTED'::text, 'VERIFYING'::text, 'NOT_ACCEPTED'::text, 'CONTESTED'::text, 'ACCEPTED'::text, 'TRIAGED'::text, 'DISPATCHED'::text, 'HANDLING'::text, 'RETURNED'::text, 'WAITING_REPORTER'::text, 'SUSPENDED'::text, 'HANDLED'::text, 'PASSING_BACK'::text, 'REWORK'::text, 'CHECKED'::text, 'CLOSED'::text, 'REOPENED'::text, 'MERGED'::text, 'VOID'::text, 'ARCHIVED'::text]))),
  constraint cases_supervisions_check CHECK ((jsonb_typeof(supervisions) = 'array'::text)),
  constraint cases_text_check CHECK ((length(text) <= 4000)),
  constraint cases_tier_check CHECK ((tier = ANY (ARRAY['T1'::text, 'T2'::text, 'T3'::text, 'T4'::text, 'T5'::text]))),
  constraint cases_urges_check CHECK ((jsonb_typeof(urges) = 'array'::text)),
  constraint cases_version_check CHECK ((version > 0))
);
CREATE INDEX cases_by_external ON cases.cases USING btree (external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX cases_filed ON cases.cases USING btree (filed_path text_pattern_ops, reported_at);
CREATE INDEX cases_grams ON cases.cases USING gin (grams);
CREATE INDEX cases_holder ON cases.cases USING btree (holder_area_id, holder_unit_id) WHERE (holder_area_id IS NOT NULL);
CREATE INDEX cases_home ON cases.cases USING btree (home_area_id, state);
CREATE INDEX cases_linked ON cases.cases USING btree (linked_to) WHERE (linked_to IS NOT NULL);
CREATE INDEX cases_merged ON cases.cases USING btree (((merged ->> 'into'::text))) WHERE (merged IS NOT NULL);
CREATE INDEX cases_number ON cases.cases USING btree (number);
CREATE INDEX cases_open ON cases.cases USING btree (state, due_at) WHERE (state <> ALL (ARRAY['ARCHIVED'::text, 'CLOSED'::text, 'VOID'::text, 'MERGED'::text, 'NOT_ACCEPTED'::text]));
CREATE INDEX cases_reported ON cases.cases USING btree (reported_at);
CREATE INDEX cases_same_address ON cases.cases USING btree (category, address) WHERE ((filed_at IS NOT NULL) AND (address IS NOT NULL));
CREATE INDEX cases_same_spot ON cases.cases USING btree (category, lat) WHERE ((filed_at IS NOT NULL) AND (lat IS NOT NULL));
CREATE INDEX cases_supervised ON cases.cases USING btree (number) WHERE (supervisions @> '[{"answeredAt": null}]'::jsonb);
CREATE INDEX cases_units ON cases.cases USING gin (chain_units) WHERE (chain_units <> '{}'::bigint[]);
CREATE INDEX cases_wake ON cases.cases USING btree (wake_at) WHERE (wake_at IS NOT NULL);
CREATE UNIQUE INDEX cases_external ON cases.cases USING btree (community_id, external_id) WHERE (external_id IS NOT NULL);
alter table cases.cases enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND ((filed_path ^@ ANY ( SELECT unnest(kit.roots()) AS unnest)) OR (home_path ^@ ANY ( SELECT unnest(kit.roots()) AS unnest)))) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (chain_units && ( SELECT kit.units() AS units))) OR ((( SELECT kit.scope() AS scope) = 'voice'::text) AND (id = ( SELECT (NULLIF(split_part(kit.voice(), ':'::text, 1), ''::text))::uuid AS "nullif")))));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
CREATE CONSTRAINT TRIGGER demand_proof AFTER INSERT OR UPDATE OF state ON cases.cases DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'CLOSED'::text)) EXECUTE FUNCTION cases.demand_proof('id');
grant insert, select, update to linli_app;

-- Every limit of a case with its pauses, extensions and the calendar version its due was computed with. A due moves only with a journal entry of a lawful kind (INV 13).
create table cases.clocks (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  kind text not null,
  round smallint not null,
  leg smallint,
  limit_kind text not null,
  amount numeric not null,
  started_at timestamp with time zone not null,
  pauses jsonb not null default '[]'::jsonb,
  extensions jsonb not null default '[]'::jsonb,
  due_at timestamp with time zone,
  remaining_seconds integer,
  calendar_version text not null,
  ended_at timestamp with time zone,
  overdue_at timestamp with time zone,
  told smallint[] not null default '{}'::smallint[],
  next_tell_at timestamp with time zone,
  constraint clocks_amount_check CHECK ((amount >= (0)::numeric)),
  constraint clocks_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint clocks_limit_kind_check CHECK ((limit_kind = ANY (ARRAY['URGENT_HOUR'::text, 'URGENT_DAY'::text, 'WORK_HOUR'::text, 'WORK_DAY'::text, 'NATURAL_DAY'::text, 'WALL_HOUR'::text]))),
  constraint clocks_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint clocks_serial_check CHECK ((serial > 0))
);
CREATE INDEX clocks_missed ON cases.clocks USING btree (due_at) WHERE ((overdue_at IS NOT NULL) AND (kind = ANY (ARRAY['HANDLE'::text, 'WHOLE'::text])));
CREATE INDEX clocks_open ON cases.clocks USING btree (kind, due_at) WHERE (ended_at IS NULL);
CREATE INDEX clocks_tell ON cases.clocks USING btree (next_tell_at) WHERE ((next_tell_at IS NOT NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX clocks_one_running ON cases.clocks USING btree (community_id, case_id, kind, COALESCE((leg)::integer, 0)) WHERE (ended_at IS NULL);
alter table cases.clocks enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select, update to linli_app;

-- Name and number of a reporter, if left: sealed in the field, masked on screens, unmasked only with a reason that people.looks keeps, erased after erase_after.
create table cases.contacts (
  community_id bigint not null,
  case_id uuid not null,
  voice smallint not null,
  sealed_name text,
  sealed_phone text,
  erase_after date,
  erased_at timestamp with time zone,
  phone_index text,
  told_on date,
  constraint contacts_check CHECK (((erased_at IS NULL) OR ((sealed_name IS NULL) AND (sealed_phone IS NULL)))),
  constraint contacts_community_id_case_id_voice_fkey FOREIGN KEY (community_id, case_id, voice) REFERENCES cases.voices(community_id, case_id, serial) DEFERRABLE INITIALLY DEFERRED,
  constraint contacts_index_check CHECK (((erased_at IS NULL) OR (phone_index IS NULL))),
  constraint contacts_pkey PRIMARY KEY (community_id, case_id, voice),
  constraint contacts_told_check CHECK (((erased_at IS NULL) OR (told_on IS NULL)))
);
CREATE INDEX contacts_erase ON cases.contacts USING btree (erase_after) WHERE ((erased_at IS NULL) AND (erase_after IS NOT NULL));
CREATE INDEX contacts_phone ON cases.contacts USING btree (phone_index) WHERE (phone_index IS NOT NULL);
alter table cases.contacts enable row level security;
create policy own_contact as restrictive for all using (((( SELECT kit.scope() AS scope) <> 'voice'::text) OR (((case_id || ':'::text) || voice) = ( SELECT kit.voice() AS voice))));
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select, update to linli_app;

-- The journal 流转记录: append-only by grants, sealed in a hash chain per community. It is the outbox too: followers read it in the order of commits (tx, seq), below the oldest transaction still running, so that nothing is skipped.
create table cases.entries (
  community_id bigint not null,
  case_id uuid not null,
  version integer not null,
  round smallint not null,
  move text not null,
  at timestamp with time zone not null,
  from_state text,
  to_state text not null,
  actor_kind text not null,
  actor_id text not null,
  role text,
  area_id bigint not null,
  on_behalf text,
  reason text,
  facts jsonb not null,
  audience text not null,
  command_id uuid not null,
  place smallint not null,
  hash bytea not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated as identity not null,
  constraint entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'voice'::text, 'anyone'::text, 'system'::text, 'job'::text]))),
  constraint entries_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint entries_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'voices'::text, 'staff'::text]))),
  constraint entries_check CHECK (((move = 'report'::text) = ((version = 1) AND (from_state IS NULL)))),
  constraint entries_command_id UNIQUE (community_id, actor_id, command_id, place),
  constraint entries_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint entries_hash_check CHECK ((length(hash) = 32)),
  constraint entries_pkey PRIMARY KEY (community_id, case_id, version),
  constraint entries_place_check CHECK ((place >= 0)),
  constraint entries_reason_check CHECK ((length(reason) <= 2000)),
  constraint entries_version_check CHECK ((version > 0))
);
CREATE INDEX entries_at ON cases.entries USING btree (at);
CREATE INDEX entries_corrected ON cases.entries USING btree (at) WHERE (move = ANY (ARRAY['correct'::text, 'redraw'::text]));
CREATE INDEX entries_follow ON cases.entries USING btree (tx, seq);
CREATE INDEX entries_recordings ON cases.entries USING btree (community_id, case_id) WHERE (facts ? 'recordings'::text);
alter table cases.entries enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select to linli_app;

-- Asked before the due, decided by somebody else; at most one is open and two are granted in a round.
create table cases.extension_requests (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  round smallint not null,
  by text not null,
  at timestamp with time zone not null,
  amount numeric not null,
  reason text not null,
  state text not null,
  decided_by text,
  decided_at timestamp with time zone,
  constraint extension_requests_amount_check CHECK ((amount > (0)::numeric)),
  constraint extension_requests_check CHECK (((state = 'withdrawn'::text) OR (decided_by <> by))),
  constraint extension_requests_check1 CHECK (((state = 'open'::text) = (decided_at IS NULL))),
  constraint extension_requests_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint extension_requests_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint extension_requests_serial_check CHECK ((serial > 0)),
  constraint extension_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE UNIQUE INDEX extension_one_open ON cases.extension_requests USING btree (community_id, case_id) WHERE (state = 'open'::text);
alter table cases.extension_requests enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select, update to linli_app;

-- Access to one case beyond one's area: who, why, for how long, and what the head of the place said of it afterwards. Each also leaves lines in people.looks, which are sealed. Whoever opened it sees the case through the scope of that one case, never through this table.
create table cases.glasses (
  community_id bigint not null,
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  home_area_id bigint not null,
  person_id uuid not null,
  role text,
  role_area_id bigint,
  reason text not null,
  opened_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  contact_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  verdict text,
  review text,
  overdue_told_at timestamp with time zone,
  constraint glasses_check CHECK (((ends_at > opened_at) AND (ends_at <= (opened_at + '04:00:00'::interval)))),
  constraint glasses_check1 CHECK ((reviewed_by <> person_id)),
  constraint glasses_check2 CHECK (((reviewed_at IS NULL) = (reviewed_by IS NULL))),
  constraint glasses_check3 CHECK (((reviewed_at IS NULL) = (verdict IS NULL))),
  constraint glasses_check4 CHECK (((reviewed_at IS NULL) = (review IS NULL))),
  constraint glasses_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint glasses_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint glasses_home_area_id_fkey FOREIGN KEY (home_area_id) REFERENCES places.areas(id),
  constraint glasses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint glasses_pkey PRIMARY KEY (community_id, id),
  constraint glasses_reason_check CHECK (((length(reason) >= 10) AND (length(reason) <= 500))),
  constraint glasses_review_check CHECK (((length(review) >= 2) AND (length(review) <= 500))),
  constraint glasses_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES people.people(id),
  constraint glasses_role_area_id_fkey FOREIGN KEY (role_area_id) REFERENCES places.areas(id),
  constraint glasses_verdict_check CHECK ((verdict = ANY (ARRAY['inOrder'::text, 'notInOrder'::text])))
);
CREATE INDEX glasses_person ON cases.glasses USING btree (person_id, opened_at DESC);
CREATE INDEX glasses_to_review ON cases.glasses USING btree (home_area_id, opened_at) WHERE (reviewed_at IS NULL);
alter table cases.glasses enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy own for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person))));
grant insert, select, update (contact_at), update (ended_at), update (overdue_told_at), update (review), update (reviewed_at), update (reviewed_by), update (verdict) to linli_app;

-- Notes from one shift of a duty desk to the next: numbers of cases with why each is named, and a remark. Written once, taken over once by somebody else, removed by a job after ninety days.
create table cases.handovers (
  area_id bigint not null,
  id uuid not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  shift_ends_at timestamp with time zone,
  covers_until timestamp with time zone not null,
  items jsonb not null,
  counts jsonb not null,
  remark text not null,
  taken_by uuid,
  taken_at timestamp with time zone,
  constraint handovers_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint handovers_check CHECK ((covers_until > written_at)),
  constraint handovers_check1 CHECK ((taken_by <> written_by)),
  constraint handovers_check2 CHECK ((taken_at >= written_at)),
  constraint handovers_check3 CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
  constraint handovers_counts_check CHECK ((jsonb_typeof(counts) = 'object'::text)),
  constraint handovers_items_check CHECK (((jsonb_typeof(items) = 'array'::text) AND (jsonb_array_length(items) <= 200))),
  constraint handovers_pkey PRIMARY KEY (area_id, id),
  constraint handovers_remark_check CHECK ((length(remark) <= 1000)),
  constraint handovers_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES people.people(id),
  constraint handovers_written_by_fkey FOREIGN KEY (written_by) REFERENCES people.people(id)
);
CREATE INDEX handovers_of_area ON cases.handovers USING btree (area_id, written_at DESC);
CREATE INDEX handovers_old ON cases.handovers USING btree (written_at);
alter table cases.handovers enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy staff_of_the_area for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (EXISTS ( SELECT 1
   FROM places.areas a
  WHERE ((a.id = handovers.area_id) AND kit.covers(a.path))))));
create policy taker_takes for update using (((taken_by IS NULL) AND (written_by <> ( SELECT kit.person() AS person)) AND (EXISTS ( SELECT 1
   FROM places.areas a
  WHERE ((a.id = handovers.area_id) AND kit.covers(a.path)))))) with check ((taken_by = ( SELECT kit.person() AS person)));
create policy writer_writes for insert with check (((written_by = ( SELECT kit.person() AS person)) AND (taken_by IS NULL) AND (EXISTS ( SELECT 1
   FROM places.areas a
  WHERE ((a.id = handovers.area_id) AND kit.covers(a.path))))));
grant delete, insert, select, update (taken_at), update (taken_by) to linli_app;

-- Work given by one layer to another. The open lead legs of a case, in order, are its layers; the last one works. Nobody checks what he handed in.
create table cases.legs (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  round smallint not null,
  kind text not null,
  parent smallint,
  giver_area_id bigint not null,
  giver_unit_id bigint,
  receiver_area_id bigint not null,
  receiver_unit_id bigint,
  given_by text not null,
  dispatched_at timestamp with time zone not null,
  signed_at timestamp with time zone,
  handed_in_at timestamp with time zone,
  handed_in_by text,
  checked_at timestamp with time zone,
  checked_by text,
  failed_checks smallint not null default 0,
  ended_at timestamp with time zone,
  how_ended text,
  task text,
  meet_by timestamp with time zone,
  upheld_by text,
  results jsonb not null default '[]'::jsonb,
  constraint legs_check CHECK (((ended_at IS NULL) = (how_ended IS NULL))),
  constraint legs_check1 CHECK (((checked_by IS NULL) OR (checked_by <> handed_in_by))),
  constraint legs_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint legs_giver_area_id_fkey FOREIGN KEY (giver_area_id) REFERENCES places.areas(id),
  constraint legs_giver_unit_id_fkey FOREIGN KEY (giver_unit_id) REFERENCES people.units(id),
  constraint legs_how_ended_check CHECK ((how_ended = ANY (ARRAY['passed'::text, 'returned'::text, 'rerouted'::text, 'transferred'::text, 'done'::text, 'undone'::text]))),
  constraint legs_kind_check CHECK ((kind = ANY (ARRAY['lead'::text, 'assist'::text]))),
  constraint legs_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint legs_receiver_area_id_fkey FOREIGN KEY (receiver_area_id) REFERENCES places.areas(id),
  constraint legs_receiver_unit_id_fkey FOREIGN KEY (receiver_unit_id) REFERENCES people.units(id),
  constraint legs_results_check CHECK ((jsonb_typeof(results) = 'array'::text)),
  constraint legs_serial_check CHECK ((serial > 0))
);
CREATE INDEX legs_received ON cases.legs USING btree (receiver_area_id, ended_at) WHERE (kind = 'lead'::text);
alter table cases.legs enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select, update to linli_app;

-- What was handed in as done: append-only, kept through rework. lon/lat is where the thing stands, given at the moment of handing in, never a trail.
create table cases.proofs (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  leg smallint,
  round smallint not null,
  by text not null,
  at timestamp with time zone not null,
  text text not null,
  photos_before text[] not null default '{}'::text[],
  photos_after text[] not null default '{}'::text[],
  taken_at timestamp with time zone,
  lon double precision,
  lat double precision,
  metres_off integer,
  satisfied boolean not null,
  constraint proofs_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint proofs_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint proofs_serial_check CHECK ((serial > 0))
);
alter table cases.proofs enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select to linli_app;

-- Reports a resident gathered under an account, each by the secret that opens it, sealed. Job scope only: to staff a report with an account looks like one without.
create table cases.resident_reports (
  community_id bigint not null,
  case_id uuid not null,
  voice smallint not null,
  resident_id uuid not null,
  sealed_secret text not null,
  joined_at timestamp with time zone not null,
  constraint resident_reports_community_id_case_id_voice_fkey FOREIGN KEY (community_id, case_id, voice) REFERENCES cases.voices(community_id, case_id, serial),
  constraint resident_reports_pkey PRIMARY KEY (community_id, case_id, voice, resident_id),
  constraint resident_reports_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES people.residents(id) ON DELETE CASCADE
);
CREATE INDEX resident_reports_of ON cases.resident_reports USING btree (resident_id, joined_at DESC);
alter table cases.resident_reports enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (sealed_secret) to linli_app;

-- One run from filing, or reopening, to closing: what the figures count. A round undone by an objection or reopening stays, and the next one follows.
create table cases.rounds (
  community_id bigint not null,
  case_id uuid not null,
  round smallint not null,
  opened_at timestamp with time zone not null,
  opened_by text not null,
  self_handled boolean not null default false,
  first_dispatched_at timestamp with time zone,
  first_dispatch text,
  handled_at timestamp with time zone,
  stopped_seconds integer not null default 0,
  closed_at timestamp with time zone,
  closed_by text,
  outcome text,
  closing_words text,
  handovers_at_close integer,
  undone_at timestamp with time zone,
  undone_by text,
  failed_checks smallint not null default 0,
  extensions_granted smallint not null default 0,
  waits smallint not null default 0,
  suspended_seconds integer not null default 0,
  transfers smallint not null default 0,
  answer text,
  answered_at timestamp with time zone,
  grade smallint,
  graded_at timestamp with time zone,
  responded_at timestamp with time zone,
  past_year boolean not null default false,
  counted_path text,
  handled_minutes integer generated always as ( CASE WHEN ((undone_at IS NULL) AND (NOT self_handled)) THEN floor(((EXTRACT(epoch FROM (handled_at - first_dispatched_at)) - (stopped_seconds)::numeric) / (60)::numeric)) ELSE NULL::numeric END) stored,
  called_at timestamp with time zone,
  called_solved boolean,
  constraint rounds_answer_check CHECK ((answer = ANY (ARRAY['confirm'::text, 'object'::text, 'silence'::text]))),
  constraint rounds_check CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint rounds_check1 CHECK (((undone_at IS NULL) OR (closed_at IS NOT NULL))),
  constraint rounds_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint rounds_extensions_granted_check CHECK ((extensions_granted <= 2)),
  constraint rounds_first_dispatch_check CHECK ((first_dispatch = ANY (ARRAY['standing'::text, 'wrong'::text]))),
  constraint rounds_grade_check CHECK (((grade >= 1) AND (grade <= 5))),
  constraint rounds_opened_by_check CHECK ((opened_by = ANY (ARRAY['report'::text, 'contest'::text, 'object'::text, 'reopen'::text]))),
  constraint rounds_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'referred'::text, 'unfounded'::text, 'guided'::text]))),
  constraint rounds_pkey PRIMARY KEY (community_id, case_id, round),
  constraint rounds_round_check CHECK ((round > 0)),
  constraint rounds_stopped_seconds_check CHECK ((stopped_seconds >= 0)),
  constraint rounds_undone_by_check CHECK ((undone_by = ANY (ARRAY['object'::text, 'reporter'::text, 'supervisor'::text, 'contest'::text, 'neighbour'::text, 'sample'::text])))
);
CREATE INDEX rounds_closed ON cases.rounds USING btree (counted_path text_pattern_ops, closed_at) INCLUDE (handovers_at_close, undone_at, round, community_id, case_id) WHERE (closed_at IS NOT NULL);
CREATE INDEX rounds_handled ON cases.rounds USING btree (counted_path text_pattern_ops, handled_at) INCLUDE (handled_minutes, community_id, case_id) WHERE (handled_minutes IS NOT NULL);
CREATE INDEX rounds_undone ON cases.rounds USING btree (counted_path text_pattern_ops, closed_at) WHERE (undone_at IS NOT NULL);
alter table cases.rounds enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
CREATE CONSTRAINT TRIGGER demand_proof AFTER INSERT OR UPDATE OF outcome ON cases.rounds DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.outcome = 'solved'::text)) EXECUTE FUNCTION cases.demand_proof('case_id');
grant insert, select, update to linli_app;

-- Closed rounds drawn for an outsider's check 抽查, by a keyed draw nobody can foresee, and what he found. While one is open the case is not archived.
create table cases.samples (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  round smallint not null,
  drawn_at timestamp with time zone,
  judged_at timestamp with time zone,
  judged_by text,
  judgement text,
  words text,
  photos text[] not null default '{}'::text[],
  constraint samples_check CHECK (((judged_at IS NULL) = (judged_by IS NULL))),
  constraint samples_check1 CHECK (((judged_at IS NULL) = (judgement IS NULL))),
  constraint samples_check2 CHECK (((drawn_at IS NOT NULL) OR (judged_at IS NOT NULL))),
  constraint samples_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint samples_judgement_check CHECK ((judgement = ANY (ARRAY['done'::text, 'not_done'::text]))),
  constraint samples_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint samples_serial_check CHECK ((serial > 0)),
  constraint samples_words_check CHECK ((length(words) <= 500))
);
CREATE UNIQUE INDEX samples_drawn ON cases.samples USING btree (community_id, case_id, round) WHERE (drawn_at IS NOT NULL);
CREATE UNIQUE INDEX samples_one_open ON cases.samples USING btree (community_id, case_id) WHERE (judged_at IS NULL);
alter table cases.samples enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
grant insert, select, update to linli_app;

-- Last serial given in an area and year. Counted up in the transaction of the report; gaps are allowed.
create table cases.serials (
  community_id bigint not null,
  year smallint not null,
  last integer not null,
  constraint serials_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint serials_last_check CHECK ((last > 0)),
  constraint serials_pkey PRIMARY KEY (community_id, year),
  constraint serials_year_check CHECK (((year >= 0) AND (year <= 99)))
);
grant insert, select, update to linli_app;

-- The latest of an area is in use. Rows are never changed but for the model itself, which older rows lose.
create table cases.suggestion_models (
  id uuid not null,
  area_id bigint not null,
  trained_at timestamp with time zone not null,
  source text not null,
  texts integer not null,
  measured jsonb not null,
  model bytea,
  constraint suggestion_models_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint suggestion_models_measured_check CHECK ((jsonb_typeof(measured) = 'object'::text)),
  constraint suggestion_models_pkey PRIMARY KEY (id),
  constraint suggestion_models_source_check CHECK ((source = ANY (ARRAY['cases'::text, 'history'::text]))),
  constraint suggestion_models_texts_check CHECK ((texts > 0))
);
CREATE INDEX suggestion_models_latest ON cases.suggestion_models USING btree (area_id, trained_at DESC);
alter table cases.suggestion_models enable row level security;
create policy known for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
create policy learned for insert with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy slimmed for update using ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (model) to linli_app;

-- What was offered when a form for the unfiled case was first opened: codes and confidences. What was confirmed is the category of the case.
create table cases.suggestions (
  community_id bigint not null,
  case_id uuid not null,
  offered_at timestamp with time zone not null,
  model_id uuid,
  offered jsonb not null,
  constraint suggestions_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id),
  constraint suggestions_model_id_fkey FOREIGN KEY (model_id) REFERENCES cases.suggestion_models(id),
  constraint suggestions_offered_check CHECK ((jsonb_typeof(offered) = 'array'::text)),
  constraint suggestions_pkey PRIMARY KEY (community_id, case_id)
);
alter table cases.suggestions enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND cases.reaches(community_id, case_id))));
grant insert, select to linli_app;

-- Additive facts, bucketed by the leaf area where a case is filed and by the local day or month of the instant (flows) or the due (duties). Written in the transaction of the move as a difference; a recount from the rows equals it.
create table cases.tallies (
  community_id bigint not null,
  area_id bigint not null,
  path text not null,
  grain text not null,
  bucket date not null,
  reported_grid_patrol integer not null default 0,
  reported_device integer not null default 0,
  reported_resident_web integer not null default 0,
  reported_resident_phone integer not null default 0,
  reported_counter integer not null default 0,
  reported_hotline_12345 integer not null default 0,
  reported_upper_level integer not null default 0,
  reported_other_system integer not null default 0,
  filed_p integer not null default 0,
  filed_e integer not null default 0,
  filed_c integer not null default 0,
  self_handled integer not null default 0,
  handle_due integer not null default 0,
  handled integer not null default 0,
  handled_on_time integer not null default 0,
  extended integer not null default 0,
  whole_due integer not null default 0,
  closed integer not null default 0,
  closed_on_time integer not null default 0,
  closed_solved integer not null default 0,
  closed_referred integer not null default 0,
  closed_unfounded integer not null default 0,
  closed_guided integer not null default 0,
  reworked integer not null default 0,
  closings integer not null default 0,
  closings_undone integer not null default 0,
  first_dispatches integer not null default 0,
  first_dispatches_right integer not null default 0,
  respond_due integer not null default 0,
  responded integer not null default 0,
  answered integer not null default 0,
  answered_solved integer not null default 0,
  graded integer not null default 0,
  satisfied integer not null default 0,
  confirmed integer not null default 0,
  objected integer not null default 0,
  silent integer not null default 0,
  refused integer not null default 0,
  urged integer not null default 0,
  supervised integer not null default 0,
  sampled integer not null default 0,
  samples_not_done integer not null default 0,
  invalid_unreachable integer not null default 0,
  invalid_not_in_mandate integer not null default 0,
  invalid_in_court integer not null default 0,
  invalid_policy_limit integer not null default 0,
  invalid_abusive integer not null default 0,
  invalid_duplicate integer not null default 0,
  invalid_private_matter integer not null default 0,
  called integer not null default 0,
  arrived_on_time integer not null default 0,
  excused integer not null default 0,
  filed_found integer not null default 0,
  filed_said integer not null default 0,
  constraint tallies_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint tallies_grain_check CHECK ((grain = ANY (ARRAY['day'::text, 'month'::text]))),
  constraint tallies_pkey PRIMARY KEY (community_id, area_id, grain, bucket)
);
CREATE INDEX tallies_read ON cases.tallies USING btree (grain, bucket, path text_pattern_ops);
grant insert, select, update to linli_app;

-- How often a template was taken into a text, by month. Not by whom and not in which case.
create table cases.template_uses (
  area_id bigint not null,
  template_id uuid not null,
  month date not null,
  times integer not null default 0,
  constraint template_uses_area_id_template_id_fkey FOREIGN KEY (area_id, template_id) REFERENCES cases.templates(area_id, id),
  constraint template_uses_pkey PRIMARY KEY (area_id, template_id, month),
  constraint template_uses_times_check CHECK ((times >= 0))
);
alter table cases.template_uses enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (times) to linli_app;

-- Words an office keeps for its replies, by move and perhaps category. Never changed: a new one takes the place of the old, which ends with its day (valid_to is the first day without it). What was sent stands in the journal, not here.
create table cases.templates (
  area_id bigint not null,
  id uuid not null,
  move text not null,
  category text,
  title text not null,
  words text not null,
  valid_from date not null,
  valid_to date,
  kept_by uuid not null,
  kept_at timestamp with time zone not null,
  ended_by uuid,
  replaces uuid,
  constraint templates_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint templates_category_check CHECK (((length(category) >= 1) AND (length(category) <= 20))),
  constraint templates_check CHECK ((valid_to >= valid_from)),
  constraint templates_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.people(id),
  constraint templates_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES people.people(id),
  constraint templates_move_check CHECK ((move ~ '^[a-zA-Z]{3,40}$'::text)),
  constraint templates_pkey PRIMARY KEY (area_id, id),
  constraint templates_title_check CHECK (((length(title) >= 2) AND (length(title) <= 40))),
  constraint templates_words_check CHECK (((length(words) >= 2) AND (length(words) <= 500)))
);
CREATE INDEX templates_of_area ON cases.templates USING btree (area_id, move, valid_to);
alter table cases.templates enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (ended_by), update (valid_to) to linli_app;

-- Who reported, as a number and the hashes of two secrets: the six characters of the receipt, which open only with the number and after few tries, and the long one in its link. Either follows, confirms, rates and reopens.
create table cases.voices (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  recorded_by text not null,
  channel text not null,
  has_contact boolean not null,
  secret_hash bytea not null,
  link_hash bytea,
  calls boolean not null default true,
  constraint voices_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint voices_link_hash_check CHECK ((length(link_hash) = 32)),
  constraint voices_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint voices_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint voices_serial_check CHECK ((serial > 0))
);
alter table cases.voices enable row level security;
create policy own_voice as restrictive for update using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'voice'::text) AND (((case_id || ':'::text) || serial) = ( SELECT kit.voice() AS voice)))));
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
create policy taken_in for insert with check ((( SELECT kit.scope() AS scope) = 'intake'::text));
grant insert, select, update (calls), update (has_contact) to linli_app;

-- One called unit: when it was there, and the two words on how units worked together. Of units, never of persons. meet_by and called_at are those of the whistle, so that figure 13 goes by one index.
create table cases.whistle_calls (
  community_id bigint not null,
  case_id uuid not null,
  whistle smallint not null,
  place smallint not null,
  area_id bigint not null,
  unit_id bigint,
  meet_by timestamp with time zone not null,
  called_at timestamp with time zone not null,
  arrived_at timestamp with time zone,
  witnessed boolean not null default false,
  rated_by_caller text,
  rated_by_unit text,
  constraint whistle_calls_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint whistle_calls_check CHECK ((arrived_at >= called_at)),
  constraint whistle_calls_community_id_case_id_whistle_area_id_unit_id_key UNIQUE NULLS NOT DISTINCT (community_id, case_id, whistle, area_id, unit_id),
  constraint whistle_calls_community_id_case_id_whistle_fkey FOREIGN KEY (community_id, case_id, whistle) REFERENCES cases.whistles(community_id, case_id, serial) DEFERRABLE INITIALLY DEFERRED,
  constraint whistle_calls_pkey PRIMARY KEY (community_id, case_id, whistle, place),
  constraint whistle_calls_place_check CHECK ((place > 0)),
  constraint whistle_calls_rated_by_caller_check CHECK ((rated_by_caller = ANY (ARRAY['well'::text, 'fair'::text, 'poorly'::text]))),
  constraint whistle_calls_rated_by_unit_check CHECK ((rated_by_unit = ANY (ARRAY['well'::text, 'fair'::text, 'poorly'::text]))),
  constraint whistle_calls_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.units(id)
);
CREATE INDEX whistle_calls_meet ON cases.whistle_calls USING btree (meet_by);
alter table cases.whistle_calls enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
grant insert, select, update to linli_app;

-- Calls of a street or a higher layer that bring several units together: why, by when, what was agreed and what came of it.
create table cases.whistles (
  community_id bigint not null,
  case_id uuid not null,
  serial smallint not null,
  round smallint not null,
  by text not null,
  area_id bigint not null,
  at timestamp with time zone not null,
  reason text not null,
  meet_by timestamp with time zone not null,
  plan text,
  result text,
  settled_at timestamp with time zone,
  settled_by text,
  passed_at timestamp with time zone,
  constraint whistles_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint whistles_check CHECK ((meet_by > at)),
  constraint whistles_check1 CHECK ((((settled_at IS NULL) = (plan IS NULL)) AND ((settled_at IS NULL) = (result IS NULL)))),
  constraint whistles_check2 CHECK ((passed_at >= meet_by)),
  constraint whistles_community_id_case_id_fkey FOREIGN KEY (community_id, case_id) REFERENCES cases.cases(community_id, id) DEFERRABLE INITIALLY DEFERRED,
  constraint whistles_pkey PRIMARY KEY (community_id, case_id, serial),
  constraint whistles_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint whistles_serial_check CHECK ((serial > 0))
);
alter table cases.whistles enable row level security;
create policy seen for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR cases.reaches(community_id, case_id)));
grant insert, select, update to linli_app;

-- Up to which version a notice was told to whoever subscribed.
create table exchange.alert_board (
  community_id bigint not null,
  post_id uuid not null,
  version smallint not null,
  constraint alert_board_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES notices.board(community_id, id),
  constraint alert_board_pkey PRIMARY KEY (community_id, post_id)
);
alter table exchange.alert_board enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update to linli_app;

-- What waits to be told to one subscription, named and not described. Written by the follower in the transaction that moves its position, removed by the one that writes the message: whoever has nothing waiting costs nothing.
create table exchange.alert_items (
  community_id bigint not null,
  alert_id uuid not null,
  item text not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint alert_items_community_id_alert_id_fkey FOREIGN KEY (community_id, alert_id) REFERENCES exchange.alerts(community_id, id) ON DELETE CASCADE,
  constraint alert_items_item_check CHECK (((length(item) >= 3) AND (length(item) <= 120))),
  constraint alert_items_pkey PRIMARY KEY (community_id, alert_id, item)
);
CREATE INDEX alert_items_due ON exchange.alert_items USING btree (due_at);
alter table exchange.alert_items enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update to linli_app;

-- What one address wants to be told of one community. The address is sealed and found by a keyed digest; unconfirmed after a day, ended, or not renewed for a year, the row is deleted. Job scope only: no member of staff reads it.
create table exchange.alerts (
  community_id bigint not null,
  id uuid not null,
  channel text not null,
  address_index text not null,
  sealed_contact text not null,
  token_hash bytea not null,
  code_digest bytea,
  tries smallint not null default 0,
  area_ids bigint[] not null,
  kinds text[] not null,
  topics text[] not null default '{}'::text[],
  pace text not null,
  lang text not null,
  consent_version text not null,
  asked_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  ends_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  sent_on date,
  sent_count smallint not null default 0,
  constraint alerts_area_ids_check CHECK (((cardinality(area_ids) >= 1) AND (cardinality(area_ids) <= 30))),
  constraint alerts_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'push'::text]))),
  constraint alerts_check CHECK ((ends_at > asked_at)),
  constraint alerts_check1 CHECK (((confirmed_at IS NOT NULL) OR (code_digest IS NOT NULL))),
  constraint alerts_code_digest_check CHECK ((length(code_digest) = 32)),
  constraint alerts_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint alerts_consent_version_check CHECK (((length(consent_version) >= 1) AND (length(consent_version) <= 20))),
  constraint alerts_kinds_check CHECK (((cardinality(kinds) >= 1) AND (cardinality(kinds) <= 20))),
  constraint alerts_lang_check CHECK ((lang = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint alerts_pace_check CHECK ((pace = ANY (ARRAY['now'::text, 'daily'::text, 'weekly'::text]))),
  constraint alerts_pkey PRIMARY KEY (community_id, id),
  constraint alerts_sent_count_check CHECK ((sent_count >= 0)),
  constraint alerts_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint alerts_topics_check CHECK ((cardinality(topics) <= 30)),
  constraint alerts_tries_check CHECK ((tries >= 0))
);
CREATE INDEX alerts_ends ON exchange.alerts USING btree (ends_at);
CREATE INDEX alerts_id ON exchange.alerts USING btree (id);
CREATE INDEX alerts_of_address ON exchange.alerts USING btree (address_index) WHERE (confirmed_at IS NOT NULL);
CREATE UNIQUE INDEX alerts_one ON exchange.alerts USING btree (community_id, channel, address_index) WHERE (confirmed_at IS NOT NULL);
alter table exchange.alerts enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update to linli_app;

-- Secret addresses of calendars, by hash: whoever has the address reads shifts and deadlines of one person, without contents.
create table exchange.calendars (
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint calendars_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint calendars_pkey PRIMARY KEY (id),
  constraint calendars_token_hash_key UNIQUE (token_hash)
);
CREATE UNIQUE INDEX calendars_of_person ON exchange.calendars USING btree (person_id) WHERE (ended_at IS NULL);
alter table exchange.calendars enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (ended_at) to linli_app;

-- One message to one webhook, as it is sent each time: its id never changes, so that a receiver knows a repeat. Removed after thirty days by a job.
create table exchange.deliveries (
  community_id bigint not null,
  id uuid not null,
  webhook_id uuid not null,
  "position" text not null,
  kind text not null,
  case_number text,
  happened_at timestamp with time zone not null,
  body text not null,
  state text not null,
  tries smallint not null default 0,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  last_status smallint,
  last_error text,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint deliveries_check CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  constraint deliveries_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint deliveries_pkey PRIMARY KEY (community_id, id),
  constraint deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text, 'missed'::text]))),
  constraint deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES exchange.webhooks(id)
);
CREATE INDEX deliveries_due ON exchange.deliveries USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE INDEX deliveries_of_webhook ON exchange.deliveries USING btree (webhook_id, happened_at DESC, id);
CREATE UNIQUE INDEX deliveries_once ON exchange.deliveries USING btree (webhook_id, "position", community_id);
alter table exchange.deliveries enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (claimed_until), update (delivered_at), update (last_error), update (last_status), update (next_try_at), update (state), update (tries) to linli_app;

-- What there is to tell the hotline of an order, as it stood when it changed: only added to, counted up without a gap, so that a serial is a cursor.
create table exchange.order_answers (
  area_id bigint not null,
  serial bigint not null,
  order_id uuid not null,
  at timestamp with time zone not null,
  answer jsonb not null,
  constraint order_answers_answer_check CHECK ((jsonb_typeof(answer) = 'object'::text)),
  constraint order_answers_area_id_order_id_fkey FOREIGN KEY (area_id, order_id) REFERENCES exchange.orders(area_id, id),
  constraint order_answers_pkey PRIMARY KEY (area_id, serial),
  constraint order_answers_serial_check CHECK ((serial > 0))
);
CREATE INDEX order_answers_of ON exchange.order_answers USING btree (area_id, order_id, serial DESC);
alter table exchange.order_answers enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy of_desk for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (area_id IN ( SELECT a.id
   FROM places.areas a
  WHERE kit.covers(a.path)))));
grant delete, insert, select to linli_app;

-- Answers that a desk took out for the hotline, together: a stretch of serials, each in one batch, readable again.
create table exchange.order_batches (
  area_id bigint not null,
  id uuid not null,
  from_serial bigint not null,
  to_serial bigint not null,
  orders integer not null,
  by_id uuid,
  by_system text,
  taken_at timestamp with time zone not null,
  constraint order_batches_area_id_fkey FOREIGN KEY (area_id) REFERENCES exchange.order_desks(area_id),
  constraint order_batches_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.people(id),
  constraint order_batches_by_system_check CHECK (((length(by_system) >= 1) AND (length(by_system) <= 100))),
  constraint order_batches_check CHECK ((to_serial >= from_serial)),
  constraint order_batches_from_serial_check CHECK ((from_serial > 0)),
  constraint order_batches_orders_check CHECK ((orders > 0)),
  constraint order_batches_pkey PRIMARY KEY (area_id, id)
);
CREATE INDEX order_batches_latest ON exchange.order_batches USING btree (area_id, taken_at DESC, id);
CREATE INDEX order_batches_old ON exchange.order_batches USING btree (taken_at);
CREATE UNIQUE INDEX order_batches_once ON exchange.order_batches USING btree (area_id, from_serial);
alter table exchange.order_batches enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy of_desk for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (area_id IN ( SELECT a.id
   FROM places.areas a
  WHERE kit.covers(a.path)))));
grant delete, insert, select to linli_app;

-- One row a street (or district, city) that takes orders in: locked by whoever takes in or counts on, so that an order exists once.
create table exchange.order_desks (
  area_id bigint not null,
  last_serial bigint not null default 0,
  mapping jsonb,
  constraint order_desks_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint order_desks_last_serial_check CHECK ((last_serial >= 0)),
  constraint order_desks_mapping_check CHECK ((jsonb_typeof(mapping) = 'object'::text)),
  constraint order_desks_pkey PRIMARY KEY (area_id)
);
alter table exchange.order_desks enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy of_desk for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (area_id IN ( SELECT a.id
   FROM places.areas a
  WHERE kit.covers(a.path)))));
grant insert, select, update (last_serial), update (mapping) to linli_app;

-- A file of orders that was taken in, by whom, and how many rows became what. Nothing of what the rows said.
create table exchange.order_imports (
  area_id bigint not null,
  id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  by_id uuid,
  by_system text,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  rows integer not null,
  seen integer not null default 0,
  taken integer not null default 0,
  known integer not null default 0,
  changed integer not null default 0,
  rejected integer not null default 0,
  constraint order_imports_area_id_fkey FOREIGN KEY (area_id) REFERENCES exchange.order_desks(area_id),
  constraint order_imports_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.people(id),
  constraint order_imports_by_system_check CHECK (((length(by_system) >= 1) AND (length(by_system) <= 100))),
  constraint order_imports_check CHECK (((seen >= 0) AND (seen <= rows))),
  constraint order_imports_check1 CHECK (((finished_at IS NULL) OR ((((taken + known) + changed) + rejected) = rows))),
  constraint order_imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint order_imports_pkey PRIMARY KEY (area_id, id),
  constraint order_imports_rows_check CHECK ((rows >= 0))
);
CREATE INDEX order_imports_latest ON exchange.order_imports USING btree (area_id, started_at DESC, id);
CREATE INDEX order_imports_old ON exchange.order_imports USING btree (started_at);
alter table exchange.order_imports enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy of_desk for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (area_id IN ( SELECT a.id
   FROM places.areas a
  WHERE kit.covers(a.path)))));
grant delete, insert, select, update (by_id), update (by_system), update (changed), update (file_name), update (finished_at), update (known), update (rejected), update (seen), update (taken) to linli_app;

-- An order of the hotline and the case it became. Who called, and what they said, stands sealed with the case and nowhere here.
create table exchange.orders (
  area_id bigint not null,
  id uuid not null,
  number text not null,
  case_number text not null,
  follows text not null,
  kind text not null,
  urgent boolean not null,
  confidential boolean not null,
  words text,
  placed text not null,
  received_at timestamp with time zone,
  sign_by timestamp with time zone,
  answer_by timestamp with time zone,
  content_hash bytea not null,
  import_id uuid not null,
  taken_in_at timestamp with time zone not null,
  changed_at timestamp with time zone,
  status text not null default 'waiting'::text,
  last_serial bigint,
  again smallint not null default 0,
  earlier text[] not null default '{}'::text[],
  constraint orders_again_check CHECK ((again >= 0)),
  constraint orders_area_id_fkey FOREIGN KEY (area_id) REFERENCES exchange.order_desks(area_id),
  constraint orders_area_id_import_id_fkey FOREIGN KEY (area_id, import_id) REFERENCES exchange.order_imports(area_id, id),
  constraint orders_area_id_number_key UNIQUE (area_id, number),
  constraint orders_earlier_check CHECK ((cardinality(earlier) <= 20)),
  constraint orders_kind_check CHECK ((kind = ANY (ARRAY['consult'::text, 'help'::text, 'complaint'::text, 'suggestion'::text, 'report'::text, 'praise'::text, 'other'::text]))),
  constraint orders_number_check CHECK (((length(number) >= 1) AND (length(number) <= 100))),
  constraint orders_pkey PRIMARY KEY (area_id, id),
  constraint orders_placed_check CHECK ((placed = ANY (ARRAY['point'::text, 'area'::text, 'words'::text, 'none'::text, 'elsewhere'::text]))),
  constraint orders_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'handling'::text, 'answered'::text, 'returned'::text, 'withdrawn'::text]))),
  constraint orders_words_check CHECK ((length(words) <= 200))
);
CREATE INDEX orders_due ON exchange.orders USING btree (area_id, answer_by, id) WHERE (status = ANY (ARRAY['waiting'::text, 'handling'::text]));
CREATE INDEX orders_follow ON exchange.orders USING btree (follows);
CREATE INDEX orders_latest ON exchange.orders USING btree (area_id, taken_in_at DESC, id);
CREATE INDEX orders_of_case ON exchange.orders USING btree (case_number);
CREATE INDEX orders_of_import ON exchange.orders USING btree (area_id, import_id);
alter table exchange.orders enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy of_desk for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (area_id IN ( SELECT a.id
   FROM places.areas a
  WHERE kit.covers(a.path)))));
grant delete, insert, select, update (again), update (answer_by), update (case_number), update (changed_at), update (confidential), update (content_hash), update (earlier), update (follows), update (kind), update (last_serial), update (received_at), update (sign_by), update (status), update (urgent), update (words) to linli_app;

-- A piece of work of ours at another server, from the dispatch on. Removed ninety days after it ended.
create table exchange.remote_requests (
  community_id bigint not null,
  id uuid not null,
  remote_id uuid not null,
  case_number text not null,
  leg smallint not null,
  reference text not null,
  service text,
  form jsonb,
  state text not null,
  wanted boolean not null default true,
  token text,
  remote_number text,
  tries smallint not null default 0,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  troubled boolean not null default false,
  last_error text,
  created_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  sent_at timestamp with time zone,
  heard_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint remote_requests_check CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  constraint remote_requests_check1 CHECK (((state <> ALL (ARRAY['sent'::text, 'settled'::text, 'done'::text])) OR (remote_number IS NOT NULL) OR (token IS NOT NULL))),
  constraint remote_requests_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint remote_requests_pkey PRIMARY KEY (community_id, id),
  constraint remote_requests_remote_id_fkey FOREIGN KEY (remote_id) REFERENCES exchange.remotes(id),
  constraint remote_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'settled'::text, 'refused'::text, 'failed'::text, 'withdrawn'::text, 'done'::text])))
);
CREATE INDEX remote_requests_due ON exchange.remote_requests USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE INDEX remote_requests_of_case ON exchange.remote_requests USING btree (case_number);
CREATE INDEX remote_requests_of_remote ON exchange.remote_requests USING btree (remote_id, created_at DESC, id);
CREATE UNIQUE INDEX remote_request_of_leg ON exchange.remote_requests USING btree (community_id, case_number, leg);
alter table exchange.remote_requests enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (asked_at), update (claimed_until), update (ended_at), update (form), update (heard_at), update (last_error), update (next_try_at), update (remote_number), update (sent_at), update (service), update (state), update (token), update (tries), update (troubled), update (wanted) to linli_app;

-- What was heard of a request, each once; its words stand in the journal of the case.
create table exchange.remote_steps (
  community_id bigint not null,
  request_id uuid not null,
  step text not null,
  status text,
  heard_at timestamp with time zone not null,
  constraint remote_steps_community_id_request_id_fkey FOREIGN KEY (community_id, request_id) REFERENCES exchange.remote_requests(community_id, id) ON DELETE CASCADE,
  constraint remote_steps_pkey PRIMARY KEY (community_id, request_id, step),
  constraint remote_steps_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
alter table exchange.remote_steps enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- What we tell the other server of a request: checked and passed, not good enough, no longer needed.
create table exchange.remote_words (
  community_id bigint not null,
  id uuid not null,
  request_id uuid not null,
  cause text not null,
  status text not null,
  words text not null,
  state text not null,
  tries smallint not null default 0,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  last_error text,
  created_at timestamp with time zone not null,
  constraint remote_words_check CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  constraint remote_words_community_id_request_id_fkey FOREIGN KEY (community_id, request_id) REFERENCES exchange.remote_requests(community_id, id) ON DELETE CASCADE,
  constraint remote_words_pkey PRIMARY KEY (community_id, id),
  constraint remote_words_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'failed'::text]))),
  constraint remote_words_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX remote_words_due ON exchange.remote_words USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX remote_words_once ON exchange.remote_words USING btree (community_id, request_id, cause);
alter table exchange.remote_words enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (claimed_until), update (last_error), update (next_try_at), update (state), update (tries) to linli_app;

-- Another Open311 server that stands for a unit of ours. Kept by whoever keeps the exchange of the area; the sender writes how it goes.
create table exchange.remotes (
  id uuid not null,
  area_id bigint not null,
  unit_id bigint not null,
  name text not null,
  url text not null,
  jurisdiction text,
  sealed_key text,
  sends text[] not null default '{}'::text[],
  services jsonb not null,
  offered jsonb not null default '[]'::jsonb,
  token_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  last_error text,
  heard_at timestamp with time zone,
  polled_at timestamp with time zone,
  polled_to timestamp with time zone,
  has_updates boolean not null default true,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint remotes_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint remotes_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.people(id),
  constraint remotes_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.people(id),
  constraint remotes_jurisdiction_check CHECK (((length(jurisdiction) >= 1) AND (length(jurisdiction) <= 100))),
  constraint remotes_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint remotes_offered_check CHECK ((jsonb_typeof(offered) = 'array'::text)),
  constraint remotes_pkey PRIMARY KEY (id),
  constraint remotes_sends_check CHECK ((sends <@ ARRAY['words'::text, 'address'::text, 'exactPlace'::text])),
  constraint remotes_services_check CHECK ((jsonb_typeof(services) = 'object'::text)),
  constraint remotes_token_id_fkey FOREIGN KEY (token_id) REFERENCES people.tokens(id),
  constraint remotes_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.units(id),
  constraint remotes_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 500)))
);
CREATE INDEX remote_area ON exchange.remotes USING btree (area_id);
CREATE UNIQUE INDEX remote_of_unit ON exchange.remotes USING btree (unit_id) WHERE (ended_at IS NULL);
alter table exchange.remotes enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (ended_at), update (ended_by), update (failing_since), update (has_updates), update (heard_at), update (jurisdiction), update (last_error), update (name), update (offered), update (polled_at), update (polled_to), update (sealed_key), update (sends), update (services), update (token_id), update (url) to linli_app;

-- What each webhook last heard of a case. Outlives the deliveries, so that a matter that stops being public is taken back from everybody who was told of it.
create table exchange.told (
  community_id bigint not null,
  case_number text not null,
  webhook_id uuid not null,
  kind text not null,
  constraint told_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint told_pkey PRIMARY KEY (community_id, case_number, webhook_id),
  constraint told_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES exchange.webhooks(id)
);
CREATE INDEX told_of_case ON exchange.told USING btree (case_number);
alter table exchange.told enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (kind) to linli_app;

-- Secrets that sign, sealed with the field keys. After a rotation the older one goes on for a day.
create table exchange.webhook_secrets (
  webhook_id uuid not null,
  serial smallint not null,
  sealed_secret text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  area_id bigint not null,
  constraint webhook_secrets_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint webhook_secrets_pkey PRIMARY KEY (webhook_id, serial),
  constraint webhook_secrets_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES exchange.webhooks(id)
);
alter table exchange.webhook_secrets enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (ends_at), update (sealed_secret) to linli_app;

-- An address of another system and what it is told of: public matters of an area, and with the token of a system that reads cases all of that token's. Written by whoever keeps the exchange of the area; the follower writes how it goes.
create table exchange.webhooks (
  id uuid not null,
  area_id bigint not null,
  name text not null,
  url text not null,
  kinds text[] not null,
  token_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  failing_since timestamp with time zone,
  disabled_at timestamp with time zone,
  delivered_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint webhooks_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint webhooks_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.people(id),
  constraint webhooks_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.people(id),
  constraint webhooks_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint webhooks_pkey PRIMARY KEY (id),
  constraint webhooks_token_id_fkey FOREIGN KEY (token_id) REFERENCES people.tokens(id),
  constraint webhooks_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 500)))
);
CREATE INDEX webhook_area ON exchange.webhooks USING btree (area_id);
alter table exchange.webhooks enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update (delivered_at), update (disabled_at), update (ended_at), update (ended_by), update (failing_since) to linli_app;

-- One row per stored photo, paper or voice note, written by its upload. Holds neither who sent it nor where it was taken. claimed_at is the first time a report, proof or attachment referred to it: unclaimed a day after created_at, row and bytes are removed.
create table files.files (
  hash text not null,
  media_type text not null,
  bytes integer not null,
  width integer,
  height integer,
  uploaded_as text not null,
  created_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  seconds smallint,
  constraint files_bytes_check CHECK (((bytes >= 1) AND (bytes <= 20000000))),
  constraint files_check CHECK ((claimed_at >= created_at)),
  constraint files_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint files_height_check CHECK (((height >= 1) AND (height <= 4096))),
  constraint files_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'application/pdf'::text, 'audio/webm'::text, 'audio/ogg'::text, 'audio/mp4'::text]))),
  constraint files_pkey PRIMARY KEY (hash),
  constraint files_seconds_check CHECK (((seconds >= 1) AND (seconds <= 62))),
  constraint files_sides_check CHECK (((media_type = 'image/jpeg'::text) = ((width IS NOT NULL) AND (height IS NOT NULL)))),
  constraint files_spoken_check CHECK (((media_type ~~ 'audio/%'::text) = (seconds IS NOT NULL))),
  constraint files_uploaded_as_check CHECK ((uploaded_as = ANY (ARRAY['person'::text, 'voice'::text, 'system'::text, 'job'::text, 'anyone'::text]))),
  constraint files_width_check CHECK (((width >= 1) AND (width <= 4096)))
);
CREATE INDEX files_unclaimed ON files.files USING btree (created_at) WHERE (claimed_at IS NULL);
alter table files.files enable row level security;
create policy claimed for update using ((( SELECT kit.scope() AS scope) <> ''::text)) with check ((( SELECT kit.scope() AS scope) <> ''::text));
create policy known for select using ((( SELECT kit.scope() AS scope) <> ''::text));
create policy removed for delete using (((( SELECT kit.scope() AS scope) = 'job'::text) AND (claimed_at IS NULL)));
create policy uploaded for insert with check (((( SELECT kit.scope() AS scope) <> ''::text) AND (claimed_at IS NULL)));
grant delete, insert, select, update (claimed_at), update (created_at) to linli_app;

-- When something was asked for that is only given so often: a code for a number, from an address. Keys are keyed digests, which nothing else keeps. Removed after a day.
create table kit.asks (
  kind text not null,
  key text not null,
  id bigint generated as identity not null,
  at timestamp with time zone not null,
  constraint asks_kind_check CHECK (((length(kind) >= 3) AND (length(kind) <= 40))),
  constraint asks_pkey PRIMARY KEY (kind, key, id)
);
CREATE INDEX asks_at ON kit.asks USING btree (at);
alter table kit.asks enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- The answer every command got, refusals too, written by once() in the command's own transaction. Of the content only a hash is kept: it may name a resident.
create table kit.commands (
  actor text not null,
  command_id uuid not null,
  content_hash bytea not null,
  answer json not null,
  answered_at timestamp with time zone not null,
  constraint commands_actor_check CHECK (((length(actor) >= 1) AND (length(actor) <= 200))),
  constraint commands_content_hash_check CHECK ((length(content_hash) = 32)),
  constraint commands_pkey PRIMARY KEY (actor, command_id)
);
alter table kit.commands enable row level security;
create policy own_commands for all using ((actor = kit.actor())) with check ((actor = kit.actor()));
grant insert, select to linli_app;

-- Append-only. Each row covers some entries of a journal, in the order of their commits: their keys, their places and the hash of each, bound to the seal before it. Written by the sealing job; read by linli verify.
create table kit.seals (
  community_id bigint not null,
  journal text not null,
  serial integer not null,
  keys text[] not null,
  seqs bigint[] not null,
  digests bytea not null,
  prev_hash bytea not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null,
  constraint seals_check CHECK ((cardinality(seqs) = cardinality(keys))),
  constraint seals_check1 CHECK ((length(digests) = (32 * cardinality(keys)))),
  constraint seals_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint seals_hash_check CHECK ((length(hash) = 32)),
  constraint seals_journal_check CHECK ((journal ~ '^[a-z]+\.[a-z_]+$'::text)),
  constraint seals_keys_check CHECK ((cardinality(keys) > 0)),
  constraint seals_pkey PRIMARY KEY (community_id, journal, serial),
  constraint seals_prev_hash_check CHECK ((length(prev_hash) = 32)),
  constraint seals_serial_check CHECK ((serial > 0))
);
grant insert, select to linli_app;

-- Facts about this installation, one row each: written by setup and demo, and by followers for their positions.
create table kit.settings (
  name text not null,
  value jsonb not null,
  constraint settings_pkey PRIMARY KEY (name)
);
grant insert, select, update to linli_app;

-- One notice of a community, as it stands now. Written by its office; corrected or taken back with a reason that everybody reads, never removed: what it said before stands in board_entries.
create table notices.board (
  community_id bigint not null,
  id uuid not null,
  area_id bigint not null,
  category text not null,
  title text not null,
  body text not null,
  from_on date not null,
  until_on date not null,
  photo text,
  paper text,
  version smallint not null,
  published_by uuid not null,
  published_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  changed_why text,
  withdrawn_at timestamp with time zone,
  constraint board_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint board_body_check CHECK (((length(body) >= 2) AND (length(body) <= 3000))),
  constraint board_category_check CHECK ((category = ANY (ARRAY['outage'::text, 'works'::text, 'meeting'::text, 'decision'::text, 'aid'::text, 'safety'::text, 'other'::text]))),
  constraint board_changed_why_check CHECK (((length(changed_why) >= 2) AND (length(changed_why) <= 300))),
  constraint board_check CHECK ((until_on >= from_on)),
  constraint board_check1 CHECK ((changed_at >= published_at)),
  constraint board_check2 CHECK (((version = 1) OR (changed_why IS NOT NULL))),
  constraint board_check3 CHECK (((withdrawn_at IS NULL) OR (changed_why IS NOT NULL))),
  constraint board_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint board_paper_check CHECK ((paper ~ '^[0-9a-f]{64}$'::text)),
  constraint board_photo_check CHECK ((photo ~ '^[0-9a-f]{64}$'::text)),
  constraint board_pkey PRIMARY KEY (community_id, id),
  constraint board_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.people(id),
  constraint board_title_check CHECK (((length(title) >= 2) AND (length(title) <= 60))),
  constraint board_version_check CHECK ((version >= 1))
);
CREATE INDEX board_begins ON notices.board USING btree (from_on, published_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX board_photo ON notices.board USING btree (photo) WHERE (photo IS NOT NULL);
CREATE INDEX board_shown ON notices.board USING btree (community_id, from_on DESC, published_at DESC);
alter table notices.board enable row level security;
create policy begun for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (from_on <= notices.day_at(community_id))));
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(notices.board_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(notices.board_paths()) AS unnest)))))));
grant insert, select, update to linli_app;

-- What each notice said, by whom and since when: append-only by grants, sealed in the chain of the community.
create table notices.board_entries (
  community_id bigint not null,
  id uuid not null,
  post_id uuid not null,
  version smallint not null,
  at timestamp with time zone not null,
  by uuid not null,
  act text not null,
  reason text,
  facts jsonb not null,
  tx xid8 not null default pg_current_xact_id(),
  seq bigint generated as identity not null,
  constraint board_entries_act_check CHECK ((act = ANY (ARRAY['publish'::text, 'correct'::text, 'withdraw'::text]))),
  constraint board_entries_by_fkey FOREIGN KEY (by) REFERENCES people.people(id),
  constraint board_entries_community_id_post_id_fkey FOREIGN KEY (community_id, post_id) REFERENCES notices.board(community_id, id),
  constraint board_entries_community_id_post_id_version_key UNIQUE (community_id, post_id, version),
  constraint board_entries_facts_check CHECK ((jsonb_typeof(facts) = 'object'::text)),
  constraint board_entries_pkey PRIMARY KEY (community_id, id),
  constraint board_entries_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300)))
);
CREATE INDEX board_entries_follow ON notices.board_entries USING btree (tx, seq);
alter table notices.board_entries enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(notices.board_paths()) AS unnest))))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR ((( SELECT kit.scope() AS scope) = 'staff'::text) AND (community_id IN ( SELECT a.id
   FROM places.areas a
  WHERE (a.path ^@ ANY ( SELECT unnest(notices.board_paths()) AS unnest)))))));
grant insert, select to linli_app;

-- What the demo world would have sent, newest two hundred; addresses are masked. Empty anywhere else: written only where the keys are those of the demo and the server listens on this machine alone.
create table notices.demo_inbox (
  id bigint generated as identity not null,
  message uuid not null,
  channel text not null,
  shown_to text not null,
  subject text,
  body text not null,
  headers jsonb not null,
  at timestamp with time zone not null,
  constraint demo_inbox_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text]))),
  constraint demo_inbox_message_key UNIQUE (message),
  constraint demo_inbox_pkey PRIMARY KEY (id)
);
alter table notices.demo_inbox enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- One message to one telephone or mailbox; its id is the idempotency key at the gateway. Address and words are sealed, and gone once it was delivered or given up. Written by whoever has something to tell, tried by a job, removed after thirty days.
create table notices.messages (
  community_id bigint not null,
  id uuid not null,
  channel text not null,
  kind text not null,
  cause text not null,
  to_index text not null,
  sealed_message text,
  state text not null,
  tries smallint not null default 0,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  last_status smallint,
  last_error text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint messages_cause_check CHECK (((length(cause) >= 3) AND (length(cause) <= 200))),
  constraint messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text, 'push'::text]))),
  constraint messages_check CHECK ((expires_at > created_at)),
  constraint messages_check1 CHECK (((state = 'waiting'::text) = (next_try_at IS NOT NULL))),
  constraint messages_check2 CHECK (((state = 'waiting'::text) = (sealed_message IS NOT NULL))),
  constraint messages_check3 CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  constraint messages_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint messages_kind_check CHECK ((kind ~ '^[a-z][A-Za-z0-9]{1,40}$'::text)),
  constraint messages_last_error_check CHECK ((length(last_error) <= 200)),
  constraint messages_pkey PRIMARY KEY (community_id, id),
  constraint messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text, 'expired'::text]))),
  constraint messages_told_once UNIQUE (community_id, to_index, cause),
  constraint messages_tries_check CHECK ((tries >= 0))
);
CREATE INDEX messages_due ON notices.messages USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE INDEX messages_ended ON notices.messages USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX messages_sent ON notices.messages USING btree (channel, ended_at) WHERE (state = 'delivered'::text);
alter table notices.messages enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (claimed_until), update (ended_at), update (last_error), update (last_status), update (next_try_at), update (sealed_message), update (state), update (tries) to linli_app;

-- One row per recipient and cause, written by reactions to the journal and by the job that watches the clocks. The unique key is why nobody is told twice, however often a job runs (INV 26).
create table notices.notices (
  recipient uuid not null,
  id bigint generated as identity not null,
  cause text not null,
  kind text not null,
  community_id bigint not null,
  case_number text,
  words_zh text not null,
  words_en text not null,
  urgent boolean not null default false,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  topic text,
  topic_id text,
  constraint notices_cause_check CHECK (((length(cause) >= 3) AND (length(cause) <= 200))),
  constraint notices_check CHECK (((topic IS NULL) = (topic_id IS NULL))),
  constraint notices_check1 CHECK (((case_number IS NOT NULL) OR (topic IS NOT NULL))),
  constraint notices_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint notices_kind_check CHECK ((kind ~ '^[a-z][A-Za-z0-9]{1,40}$'::text)),
  constraint notices_pkey PRIMARY KEY (recipient, id),
  constraint notices_recipient_cause_key UNIQUE (recipient, cause),
  constraint notices_recipient_fkey FOREIGN KEY (recipient) REFERENCES people.people(id),
  constraint notices_topic_check CHECK ((topic ~ '^[a-z][A-Za-z]{1,40}$'::text)),
  constraint notices_topic_id_check CHECK (((length(topic_id) >= 1) AND (length(topic_id) <= 80)))
);
CREATE INDEX notices_unread ON notices.notices USING btree (recipient, at DESC) WHERE (read_at IS NULL);
alter table notices.notices enable row level security;
create policy own for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR (recipient = ( SELECT kit.person() AS person))));
grant insert, select, update (read_at) to linli_app;

-- Entries nobody could be told of yet: the last error, how often it was tried, when next. Settled, never deleted. Job scope only; linli doctor and /metrics count those that still wait.
create table notices.set_aside (
  "position" text not null,
  community_id bigint not null,
  case_number text not null,
  version integer not null,
  move text not null,
  error text not null,
  tries integer not null,
  first_at timestamp with time zone not null,
  next_try_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint set_aside_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint set_aside_pkey PRIMARY KEY ("position"),
  constraint set_aside_position_check CHECK (("position" ~ '^\d{1,20}\.\d{1,19}$'::text)),
  constraint set_aside_tries_check CHECK ((tries > 0))
);
CREATE INDEX set_aside_due ON notices.set_aside USING btree (next_try_at) WHERE (settled_at IS NULL);
alter table notices.set_aside enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select, update to linli_app;

-- How an object or a plan stood from a day on, version by version. Append-only, and without the name of whoever kept it.
create table patrols.changes (
  community_id bigint not null,
  what text not null,
  kept_id uuid not null,
  version integer not null,
  on_day date not null,
  said jsonb not null,
  constraint changes_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint changes_pkey PRIMARY KEY (community_id, kept_id, version),
  constraint changes_said_check CHECK ((jsonb_typeof(said) = 'object'::text)),
  constraint changes_version_check CHECK ((version > 0)),
  constraint changes_what_check CHECK ((what = ANY (ARRAY['object'::text, 'plan'::text])))
);
alter table patrols.changes enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id)));
grant insert, select to linli_app;

-- One note of one member of staff, read by nobody else. Words and place lie sealed in one value, so that no row says who was where. Once it is a case, they are the case's and are blanked here. A job deletes it after expires_on, with what hangs on it.
create table patrols.notes (
  community_id bigint not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  sealed_note text not null,
  area_id bigint not null,
  photos text[] not null default '{}'::text[],
  recordings text[] not null default '{}'::text[],
  noted_on date not null,
  expires_on date not null,
  case_number text,
  constraint notes_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint notes_check CHECK ((expires_on > noted_on)),
  constraint notes_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint notes_kind_check CHECK ((kind = ANY (ARRAY['patrol'::text, 'listening'::text]))),
  constraint notes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint notes_photos_check CHECK ((cardinality(photos) <= 9)),
  constraint notes_pkey PRIMARY KEY (community_id, id),
  constraint notes_recordings_check CHECK ((cardinality(recordings) <= 3))
);
CREATE INDEX notes_expired ON patrols.notes USING btree (expires_on);
CREATE INDEX notes_own ON patrols.notes USING btree (person_id, noted_on DESC, id);
alter table patrols.notes enable row level security;
create policy job_reads for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy own for all using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person)))) with check (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person))));
grant delete, insert, select, update (case_number), update (photos), update (recordings), update (sealed_note) to linli_app;

-- Managed objects of a community: what it is, where it stands, the number on its tag. Kept by the office that keeps resources; ended, never deleted.
create table patrols.objects (
  community_id bigint not null,
  id uuid not null,
  area_id bigint not null,
  kind text not null,
  name text not null,
  tag text,
  lon double precision,
  lat double precision,
  ended_on date,
  version integer not null default 1,
  constraint objects_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint objects_check CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint objects_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint objects_kind_check CHECK ((kind = ANY (ARRAY['lamp'::text, 'hydrant'::text, 'extinguisher'::text, 'playground'::text, 'stairs'::text, 'manhole'::text, 'board'::text, 'bench'::text, 'other'::text]))),
  constraint objects_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint objects_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
  constraint objects_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  constraint objects_pkey PRIMARY KEY (community_id, id),
  constraint objects_tag_check CHECK (((length(tag) >= 1) AND (length(tag) <= 40))),
  constraint objects_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX objects_tag ON patrols.objects USING btree (community_id, tag) WHERE (tag IS NOT NULL);
alter table patrols.objects enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id)));
grant insert, select, update (area_id), update (ended_on), update (kind), update (lat), update (lon), update (name), update (tag), update (version) to linli_app;

-- A route and how often it is walked: ordered objects, every so many weeks, in some months or all year, by the team of an area and never by a named person.
create table patrols.plans (
  community_id bigint not null,
  id uuid not null,
  area_id bigint not null,
  area_path text not null,
  name text not null,
  every_weeks smallint not null,
  months smallint[] not null default '{}'::smallint[],
  from_on date not null,
  stops uuid[] not null,
  ended_on date,
  version integer not null default 1,
  before_weeks smallint,
  before_months smallint[],
  before_from date,
  constraint plans_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint plans_before CHECK (((num_nulls(before_weeks, before_months, before_from) = ANY (ARRAY[0, 3])) AND (before_from < from_on))),
  constraint plans_before_months_check CHECK ((before_months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::smallint[])),
  constraint plans_before_weeks_check CHECK (((before_weeks >= 1) AND (before_weeks <= 52))),
  constraint plans_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint plans_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 52))),
  constraint plans_months_check CHECK ((months <@ '{1,2,3,4,5,6,7,8,9,10,11,12}'::smallint[])),
  constraint plans_name_check CHECK (((length(name) >= 2) AND (length(name) <= 60))),
  constraint plans_pkey PRIMARY KEY (community_id, id),
  constraint plans_stops_check CHECK (((cardinality(stops) >= 1) AND (cardinality(stops) <= 200))),
  constraint plans_version_check CHECK ((version > 0))
);
CREATE INDEX plans_area ON patrols.plans USING btree (area_path text_pattern_ops);
alter table patrols.plans enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id)));
grant insert, select, update (area_id), update (area_path), update (before_from), update (before_months), update (before_weeks), update (ended_on), update (every_weeks), update (from_on), update (months), update (name), update (stops), update (version) to linli_app;

-- How an object was found in a round that was due on a day. Append-only. Neither a person nor an hour: the history is the object's.
create table patrols.results (
  community_id bigint not null,
  plan_id uuid not null,
  object_id uuid not null,
  due_on date not null,
  on_day date not null,
  result text not null,
  words text,
  case_number text,
  constraint results_check CHECK (((result = 'fault'::text) OR (case_number IS NULL))),
  constraint results_community_id_object_id_fkey FOREIGN KEY (community_id, object_id) REFERENCES patrols.objects(community_id, id),
  constraint results_community_id_plan_id_fkey FOREIGN KEY (community_id, plan_id) REFERENCES patrols.plans(community_id, id),
  constraint results_pkey PRIMARY KEY (community_id, plan_id, object_id, due_on),
  constraint results_result_check CHECK ((result = ANY (ARRAY['inOrder'::text, 'fault'::text, 'notReached'::text]))),
  constraint results_words_check CHECK (((length(words) >= 2) AND (length(words) <= 200)))
);
CREATE INDEX results_object ON patrols.results USING btree (community_id, object_id, on_day DESC);
alter table patrols.results enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR patrols.is_mine(community_id)));
grant insert, select, update (case_number) to linli_app;

-- Days on which a person is away, both inclusive, and who stands in. No reasons of health are kept. Withdrawn, never deleted.
create table people.absences (
  id bigint generated as identity not null,
  person_id uuid not null,
  kind text not null default 'leave'::text,
  first_on date not null,
  last_on date not null,
  deputy_id uuid,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  constraint absences_check CHECK ((last_on >= first_on)),
  constraint absences_check1 CHECK ((deputy_id <> person_id)),
  constraint absences_deputy_id_fkey FOREIGN KEY (deputy_id) REFERENCES people.people(id),
  constraint absences_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.people(id),
  constraint absences_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'training'::text, 'errand'::text, 'other'::text]))),
  constraint absences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint absences_pkey PRIMARY KEY (id),
  constraint absences_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.people(id)
);
CREATE INDEX absences_deputy ON people.absences USING btree (deputy_id, last_on) WHERE ((withdrawn_at IS NULL) AND (deputy_id IS NOT NULL));
CREATE INDEX absences_person ON people.absences USING btree (person_id, last_on) WHERE (withdrawn_at IS NULL);
alter table people.absences enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy staff_of_my_places for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (EXISTS ( SELECT 1
   FROM people.people p
  WHERE (p.id = absences.person_id)))));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.absences FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version();
CREATE TRIGGER tell_person AFTER INSERT OR DELETE OR UPDATE ON people.absences FOR EACH ROW EXECUTE FUNCTION people.tell_person('deputy_id');
grant insert, select, update (withdrawn_at), update (withdrawn_by) to linli_app;

-- To which version of which text a resident agreed, and when. The texts stand in core/people/consent.ts.
create table people.consents (
  resident_id uuid not null,
  purpose text not null,
  version text not null,
  given_at timestamp with time zone not null,
  constraint consents_pkey PRIMARY KEY (resident_id, purpose, version),
  constraint consents_purpose_check CHECK (((length(purpose) >= 3) AND (length(purpose) <= 40))),
  constraint consents_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES people.residents(id) ON DELETE CASCADE,
  constraint consents_version_check CHECK (((length(version) >= 1) AND (length(version) <= 20)))
);
alter table people.consents enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- Password hash (argon2id) and lockout of each account. Job scope only: read and written by sign-in.
create table people.credentials (
  person_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  must_change boolean not null default false,
  failures integer not null default 0,
  locked_until timestamp with time zone,
  last_failure_at timestamp with time zone,
  constraint credentials_failures_check CHECK ((failures >= 0)),
  constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint credentials_pkey PRIMARY KEY (person_id)
);
alter table people.credentials enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE OF must_change ON people.credentials FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version('access');
CREATE TRIGGER tell_person AFTER INSERT OR DELETE OR UPDATE OF must_change ON people.credentials FOR EACH ROW EXECUTE FUNCTION people.tell_person('person_id');
grant insert, select, update to linli_app;

-- The telephone of an area's duty desk, shown to anybody: of the office, never of a person. Kept by whoever keeps the roster.
create table people.desk_phones (
  area_id bigint not null,
  phone text not null,
  set_by uuid,
  set_at timestamp with time zone not null,
  constraint desk_phones_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint desk_phones_phone_check CHECK ((phone ~ '^[0-9+() -]{3,24}$'::text)),
  constraint desk_phones_pkey PRIMARY KEY (area_id),
  constraint desk_phones_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.people(id)
);
alter table people.desk_phones enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (phone), update (set_at), update (set_by) to linli_app;

-- Duty roster of an area's own team (unit_id null) or of a unit. to_at is exclusive. Withdrawn, never deleted.
create table people.duties (
  id bigint generated as identity not null,
  area_id bigint not null,
  unit_id bigint,
  person_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  entered_by uuid,
  entered_at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  constraint duties_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint duties_check CHECK (((to_at > from_at) AND (to_at <= (from_at + '400 days'::interval)))),
  constraint duties_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.people(id),
  constraint duties_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint duties_pkey PRIMARY KEY (id),
  constraint duties_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.units(id),
  constraint duties_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.people(id)
);
CREATE INDEX duties_area ON people.duties USING btree (area_id, to_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX duties_person ON people.duties USING btree (person_id, to_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX duties_unit ON people.duties USING btree (unit_id, to_at) WHERE ((unit_id IS NOT NULL) AND (withdrawn_at IS NULL));
alter table people.duties enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy staff_of_my_places for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (EXISTS ( SELECT 1
   FROM people.people p
  WHERE (p.id = duties.person_id)))));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.duties FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version();
CREATE TRIGGER tell_person AFTER INSERT OR DELETE OR UPDATE ON people.duties FOR EACH ROW EXECUTE FUNCTION people.tell_person('person_id');
grant insert, select, update (to_at), update (withdrawn_at), update (withdrawn_by) to linli_app;

-- Append-only log of lists taken out as files by staff. Written in the transaction that hands the file over; read by the audit administrator. filters keeps no searched words: they may be somebody's name.
create table people.exports (
  id bigint generated as identity not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  area_id bigint not null,
  list text not null,
  title jsonb not null,
  filters jsonb not null,
  format text not null,
  row_count integer not null,
  mark text not null,
  constraint exports_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint exports_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text]))),
  constraint exports_list_check CHECK (((length(list) >= 1) AND (length(list) <= 60))),
  constraint exports_mark_check CHECK ((mark ~ '^[0-9A-F]{10}$'::text)),
  constraint exports_mark_key UNIQUE (mark),
  constraint exports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint exports_pkey PRIMARY KEY (id),
  constraint exports_row_count_check CHECK ((row_count >= 0))
);
CREATE INDEX exports_area ON people.exports USING btree (area_id, id);
CREATE INDEX exports_person ON people.exports USING btree (person_id);
alter table people.exports enable row level security;
create policy job_reads for select using ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy taker_writes for insert with check (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person))));
grant insert, select to linli_app;

-- Append-only: who got, gave up or lost a second factor, and who took it off and why.
create table people.factor_events (
  id bigint generated as identity not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  by_id uuid not null,
  act text not null,
  reason text,
  constraint factor_events_act_check CHECK ((act = ANY (ARRAY['enrolled'::text, 'ended'::text, 'reset'::text, 'recoveryUsed'::text]))),
  constraint factor_events_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.people(id),
  constraint factor_events_check CHECK (((act = 'reset'::text) = (reason IS NOT NULL))),
  constraint factor_events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint factor_events_pkey PRIMARY KEY (id),
  constraint factor_events_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 300)))
);
CREATE INDEX factor_events_person ON people.factor_events USING btree (person_id, at);
alter table people.factor_events enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select to linli_app;

-- Who holds which role where, from when to when. valid_to is the first day without it; ordinal orders deputies. Ended by revocation, never deleted.
create table people.grants (
  id bigint generated as identity not null,
  person_id uuid not null,
  role text not null,
  area_id bigint not null,
  unit_id bigint,
  ordinal smallint not null default 1,
  valid_from date not null,
  valid_to date,
  granted_by uuid,
  granted_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint grants_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint grants_check CHECK ((valid_to >= valid_from)),
  constraint grants_check1 CHECK (((role = ANY (ARRAY['sectionHead'::text, 'postMember'::text, 'unitHead'::text, 'unitMember'::text])) = (unit_id IS NOT NULL))),
  constraint grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people.people(id),
  constraint grants_ordinal_check CHECK (((ordinal >= 1) AND (ordinal <= 99))),
  constraint grants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint grants_pkey PRIMARY KEY (id),
  constraint grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people.people(id),
  constraint grants_role_check CHECK ((role = ANY (ARRAY['gridWorker'::text, 'partTimeWorker'::text, 'microGridHead'::text, 'gridLeader'::text, 'deputyLeader'::text, 'gridInstructor'::text, 'communityDuty'::text, 'communitySecretary'::text, 'centreStaff'::text, 'streetDispatcher'::text, 'streetCommander'::text, 'sectionHead'::text, 'postMember'::text, 'unitHead'::text, 'unitMember'::text, 'districtDispatcher'::text, 'districtCommander'::text, 'cityDispatcher'::text, 'cityCommander'::text, 'ruleKeeper'::text, 'supervisionCommittee'::text, 'systemAdmin'::text, 'securityAdmin'::text, 'auditAdmin'::text]))),
  constraint grants_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES people.units(id)
);
CREATE INDEX grants_area ON people.grants USING btree (area_id, role) WHERE (revoked_at IS NULL);
CREATE INDEX grants_person ON people.grants USING btree (person_id);
CREATE INDEX grants_unit ON people.grants USING btree (unit_id) WHERE ((unit_id IS NOT NULL) AND (revoked_at IS NULL));
alter table people.grants enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy staff_of_my_places for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND ((person_id = ( SELECT kit.person() AS person)) OR kit.in_units(ARRAY[unit_id]) OR (EXISTS ( SELECT 1
   FROM places.areas a
  WHERE ((a.id = grants.area_id) AND kit.covers(a.path)))))));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.grants FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version();
CREATE TRIGGER tell_person AFTER INSERT OR DELETE OR UPDATE ON people.grants FOR EACH ROW EXECUTE FUNCTION people.tell_person('person_id');
grant insert, select, update (revoked_at), update (revoked_by), update (valid_to) to linli_app;

-- Subject of an OpenID Connect provider and the account it opens. Linked by the owner while signed in; job scope only.
create table people.identities (
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint identities_issuer_check CHECK (((length(issuer) >= 8) AND (length(issuer) <= 300))),
  constraint identities_issuer_person_id_key UNIQUE (issuer, person_id),
  constraint identities_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint identities_pkey PRIMARY KEY (issuer, subject),
  constraint identities_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 255)))
);
alter table people.identities enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select to linli_app;

-- Append-only log of who unmasked whose personal data, when and why. Read by its own author, the voice concerned and the audit administrator; sealed in a hash chain by a job.
create table people.looks (
  community_id bigint not null,
  id bigint generated as identity not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  case_id text not null,
  case_number text not null,
  voice integer not null,
  fields text[] not null,
  reason text not null,
  written_in xid8 not null default pg_current_xact_id(),
  role text,
  area_id bigint,
  how text,
  constraint looks_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint looks_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint looks_fields_check CHECK ((cardinality(fields) > 0)),
  constraint looks_how_check CHECK ((how = ANY (ARRAY['breakGlass'::text, 'phoneSearch'::text]))),
  constraint looks_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint looks_pkey PRIMARY KEY (community_id, id),
  constraint looks_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint looks_voice_check CHECK ((voice > 0))
);
CREATE INDEX looks_case ON people.looks USING btree (community_id, case_id);
CREATE INDEX looks_order ON people.looks USING btree (written_in, id);
alter table people.looks enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy looker_reads for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person))));
create policy looker_writes for insert with check (((( SELECT kit.scope() AS scope) = 'staff'::text) AND (person_id = ( SELECT kit.person() AS person))));
create policy voice_reads for select using (((( SELECT kit.scope() AS scope) = 'voice'::text) AND (((case_id || ':'::text) || voice) = ( SELECT kit.voice() AS voice))));
grant insert, select to linli_app;

-- Staff accounts. Never deleted: journals name them. left_at ends sign-in. demo rows are refused beyond loopback.
create table people.people (
  id uuid not null,
  login text not null,
  name text not null,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  created_by uuid,
  left_at timestamp with time zone,
  constraint people_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.people(id),
  constraint people_login_check CHECK (((login = lower(login)) AND (login ~ '^[a-z0-9._-]{2,40}$'::text))),
  constraint people_login_key UNIQUE (login),
  constraint people_name_check CHECK (((length(name) >= 1) AND (length(name) <= 40))),
  constraint people_pkey PRIMARY KEY (id)
);
alter table people.people enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy staff_of_my_places for select using (((( SELECT kit.scope() AS scope) = 'staff'::text) AND ((id = ( SELECT kit.person() AS person)) OR (EXISTS ( SELECT 1
   FROM people.grants g
  WHERE (g.person_id = people.id))))));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.people FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version();
CREATE TRIGGER tell_person AFTER UPDATE OF left_at ON people.people FOR EACH ROW EXECUTE FUNCTION people.tell_person('id');
grant insert, select, update (left_at), update (name) to linli_app;

-- Keyed digests of the ten recovery codes of an account, each good once. Job scope only.
create table people.recovery_codes (
  person_id uuid not null,
  digest text not null,
  used_at timestamp with time zone,
  constraint recovery_codes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint recovery_codes_pkey PRIMARY KEY (person_id, digest)
);
alter table people.recovery_codes enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (used_at) to linli_app;

-- Six digits sent to a telephone, as a keyed digest: good once, for five minutes and five tries. Removed after a day.
create table people.resident_codes (
  id uuid not null,
  phone_index text not null,
  code_digest bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries smallint not null default 0,
  used_at timestamp with time zone,
  constraint resident_codes_check CHECK ((expires_at > made_at)),
  constraint resident_codes_code_digest_check CHECK ((length(code_digest) = 32)),
  constraint resident_codes_pkey PRIMARY KEY (id),
  constraint resident_codes_tries_check CHECK ((tries >= 0))
);
CREATE INDEX resident_codes_made ON people.resident_codes USING btree (made_at);
CREATE INDEX resident_codes_newest ON people.resident_codes USING btree (phone_index, made_at DESC);
alter table people.resident_codes enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (tries), update (used_at) to linli_app;

-- Browsers on which a resident is signed in: the hash of the cookie, no address. Removed by signing out.
create table people.resident_sessions (
  token_hash bytea not null,
  resident_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint resident_sessions_check CHECK ((expires_at > created_at)),
  constraint resident_sessions_pkey PRIMARY KEY (token_hash),
  constraint resident_sessions_resident_id_fkey FOREIGN KEY (resident_id) REFERENCES people.residents(id) ON DELETE CASCADE
);
CREATE INDEX resident_sessions_of ON people.resident_sessions USING btree (resident_id);
alter table people.resident_sessions enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (last_seen_at) to linli_app;

-- Residents who asked for an account: number and name sealed, found by a keyed digest. Job scope only: no member of staff reads it. Deleted by its owner, or after two years without a visit; consents, sessions and the list of reports go with it.
create table people.residents (
  id uuid not null,
  phone_index text not null,
  sealed_phone text not null,
  sealed_name text,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint residents_phone_index_key UNIQUE (phone_index),
  constraint residents_pkey PRIMARY KEY (id)
);
CREATE INDEX residents_seen ON people.residents USING btree (last_seen_at);
alter table people.residents enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant delete, insert, select, update (last_seen_at), update (sealed_name), update (sealed_phone) to linli_app;

-- Secret of an authenticator, sealed with the field keys; last_step is the last time step that was used, so that a code counts once. Job scope only.
create table people.second_factors (
  person_id uuid not null,
  sealed_secret text,
  enrolled_at timestamp with time zone,
  last_step bigint,
  sealed_pending text,
  begun_at timestamp with time zone not null,
  constraint second_factors_check CHECK (((sealed_secret IS NULL) = (enrolled_at IS NULL))),
  constraint second_factors_check1 CHECK (((sealed_secret IS NOT NULL) OR (sealed_pending IS NOT NULL))),
  constraint second_factors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint second_factors_pkey PRIMARY KEY (person_id)
);
alter table people.second_factors enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE OF enrolled_at ON people.second_factors FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version('access');
CREATE TRIGGER tell_person AFTER INSERT OR DELETE OR UPDATE OF enrolled_at ON people.second_factors FOR EACH ROW EXECUTE FUNCTION people.tell_person('person_id');
grant delete, insert, select, update to linli_app;

-- Signed-in browsers and phones. Holds only the hash of the cookie. Ended, never deleted, by sign-out.
create table people.sessions (
  token_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  user_agent text,
  address text,
  constraint sessions_check CHECK ((expires_at > created_at)),
  constraint sessions_id_key UNIQUE (id),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint sessions_pkey PRIMARY KEY (token_hash)
);
CREATE INDEX sessions_person ON people.sessions USING btree (person_id) WHERE (ended_at IS NULL);
alter table people.sessions enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
CREATE TRIGGER tell_person AFTER UPDATE OF ended_at ON people.sessions FOR EACH ROW EXECUTE FUNCTION people.tell_person('person_id');
grant insert, select, update (ended_at), update (last_seen_at) to linli_app;

-- Append-only log of attempts to sign in. A login that no account has is not stored: people type passwords there.
create table people.sign_in_attempts (
  id bigint generated as identity not null,
  at timestamp with time zone not null,
  person_id uuid,
  address text,
  user_agent text,
  outcome text not null,
  constraint sign_in_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['signed_in'::text, 'wrong'::text, 'locked'::text, 'unknown'::text, 'left'::text, 'code_asked'::text, 'wrong_code'::text]))),
  constraint sign_in_attempts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint sign_in_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempts_person ON people.sign_in_attempts USING btree (person_id, at);
alter table people.sign_in_attempts enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select to linli_app;

-- API tokens of other systems: hash only, scopes, one subtree, dates. Made and revoked by the system administrator.
create table people.tokens (
  id uuid not null,
  token_hash bytea not null,
  name text not null,
  scopes text[] not null,
  area_id bigint not null,
  valid_from date not null,
  valid_to date,
  demo boolean not null default false,
  created_by uuid,
  created_at timestamp with time zone not null,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint tokens_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint tokens_check CHECK ((valid_to > valid_from)),
  constraint tokens_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.people(id),
  constraint tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint tokens_pkey PRIMARY KEY (id),
  constraint tokens_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES people.people(id),
  constraint tokens_scopes_check CHECK (((scopes <@ ARRAY['cases:read'::text, 'cases:report'::text, 'open311'::text, 'figures:read'::text, 'orders'::text]) AND (cardinality(scopes) > 0))),
  constraint tokens_token_hash_key UNIQUE (token_hash)
);
alter table people.tokens enable row level security;
create policy job_all for all using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.tokens FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version('access');
grant insert, select, update (revoked_at), update (revoked_by) to linli_app;

-- Sections, posts, stationed units, departments, property companies and volunteer groups that can receive work. Public. A post lies under its section. valid_to is the first day without it.
create table people.units (
  id bigint generated as identity not null,
  code text not null,
  area_id bigint not null,
  kind text not null,
  section text,
  post text,
  under_unit_id bigint,
  name_zh text not null,
  name_en text not null,
  phone text,
  valid_from date not null default '2000-01-01'::date,
  valid_to date,
  constraint units_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint units_check CHECK ((valid_to > valid_from)),
  constraint units_check1 CHECK (((kind <> 'section'::text) OR ((section IS NOT NULL) AND (under_unit_id IS NULL)))),
  constraint units_check2 CHECK (((kind <> 'post'::text) OR (post IS NOT NULL))),
  constraint units_code_check CHECK (((length(code) >= 3) AND (length(code) <= 40))),
  constraint units_code_key UNIQUE (code),
  constraint units_kind_check CHECK ((kind = ANY (ARRAY['section'::text, 'post'::text, 'stationed'::text, 'department'::text, 'property'::text, 'volunteer'::text]))),
  constraint units_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 160))),
  constraint units_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 80))),
  constraint units_pkey PRIMARY KEY (id),
  constraint units_section_check CHECK ((section = ANY (ARRAY['party'::text, 'economy'::text, 'livelihood'::text, 'safety'::text]))),
  constraint units_under_unit_id_fkey FOREIGN KEY (under_unit_id) REFERENCES people.units(id)
);
CREATE INDEX units_area ON people.units USING btree (area_id);
CREATE INDEX units_under ON people.units USING btree (under_unit_id);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON people.units FOR EACH STATEMENT EXECUTE FUNCTION people.raise_version();
grant insert, select, update (name_en), update (name_zh), update (phone), update (valid_to) to linli_app;

-- Counters raised by triggers: roster on every change of people, units, grants, duties or absences; access on every change of passwords, second factors or tokens.
create table people.versions (
  topic text not null,
  version bigint not null default 0,
  constraint versions_pkey PRIMARY KEY (topic)
);
grant select to linli_app;

-- The tree: city, district, street, community, grid, micro-grid. path holds the ids of all ancestors and its own, "/1/15/230/", and is written by a trigger. kind dedicated (专属网格): a mall, school or hospital inside basic grids. Renamed, merged or split areas end and are followed by new rows; nothing refers to a name.
create table places.areas (
  id bigint generated as identity not null,
  tree text not null default 'cn'::text,
  code text not null,
  name text not null,
  name_en text,
  level text not null,
  parent_id bigint,
  path text not null,
  kind text not null default 'basic'::text,
  time_zone text not null default 'Asia/Shanghai'::text,
  valid_from date not null default '2000-01-01'::date,
  valid_to date,
  constraint areas_check CHECK ((valid_to > valid_from)),
  constraint areas_code_check CHECK ((code ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$'::text)),
  constraint areas_kind_check CHECK ((kind = ANY (ARRAY['basic'::text, 'dedicated'::text]))),
  constraint areas_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint areas_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 160))),
  constraint areas_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES places.areas(id),
  constraint areas_path_check CHECK ((path ~ '^(/[0-9]+)+/$'::text)),
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_tree_level_fkey FOREIGN KEY (tree, level) REFERENCES places.levels(tree, level),
  constraint one_area_per_code EXCLUDE USING gist (int8range(hashtextextended(code, (0)::bigint), hashtextextended(code, (0)::bigint), '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&)
);
CREATE INDEX areas_code ON places.areas USING btree (code text_pattern_ops);
CREATE INDEX areas_parent ON places.areas USING btree (parent_id);
CREATE INDEX areas_path ON places.areas USING btree (path text_pattern_ops);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.areas FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('geography');
CREATE TRIGGER write_path BEFORE INSERT OR UPDATE ON places.areas FOR EACH ROW EXECUTE FUNCTION places.write_path();
grant select to linli_app;

-- Dated outlines, WGS-84 GeoJSON in jsonb, with their box. schematic: drawn for a demonstration, not surveyed, and said so on every map. A new outline ends the old one; a case keeps the grid in which it was filed.
create table places.boundaries (
  id bigint generated as identity not null,
  area_id bigint not null,
  valid_from date not null default '2000-01-01'::date,
  valid_to date,
  geometry jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  schematic boolean not null default false,
  source text not null,
  source_crs text not null default 'wgs84'::text,
  constraint boundaries_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint boundaries_check CHECK ((valid_to > valid_from)),
  constraint boundaries_check1 CHECK (((west <= east) AND (south <= north))),
  constraint boundaries_east_check CHECK (((east >= ('-180'::integer)::double precision) AND (east <= (180)::double precision))),
  constraint boundaries_geometry_check CHECK (((geometry ->> 'type'::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text]))),
  constraint boundaries_north_check CHECK (((north >= ('-90'::integer)::double precision) AND (north <= (90)::double precision))),
  constraint boundaries_pkey PRIMARY KEY (id),
  constraint boundaries_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200))),
  constraint boundaries_source_crs_check CHECK ((source_crs = ANY (ARRAY['wgs84'::text, 'cgcs2000'::text, 'gcj02'::text, 'bd09'::text]))),
  constraint boundaries_south_check CHECK (((south >= ('-90'::integer)::double precision) AND (south <= (90)::double precision))),
  constraint boundaries_west_check CHECK (((west >= ('-180'::integer)::double precision) AND (west <= (180)::double precision))),
  constraint one_boundary_per_day EXCLUDE USING gist (int8range(area_id, area_id, '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&)
);
CREATE INDEX boundaries_area ON places.boundaries USING btree (area_id, valid_from);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.boundaries FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('geography');
grant select to linli_app;

-- Days off and make-up working days; area null is everywhere. Append-only: the latest row of the nearest area decides a day, plain gives it back to the ordinary week. A year with no row everywhere is not yet published: provisional.
create table places.calendar_days (
  id bigint generated as identity not null,
  area_id bigint,
  day date not null,
  kind text not null,
  name text not null,
  version text not null,
  entered_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint calendar_days_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint calendar_days_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text, 'plain'::text]))),
  constraint calendar_days_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80))),
  constraint calendar_days_pkey PRIMARY KEY (id),
  constraint calendar_days_version_check CHECK ((version ~ '^[0-9A-Za-z._-]{1,40}$'::text))
);
CREATE UNIQUE INDEX calendar_days_once ON places.calendar_days USING btree (area_id, day, version) NULLS NOT DISTINCT;
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.calendar_days FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('calendars');
grant insert, select to linli_app;

-- The category tree that holds in a subtree of areas: definition is the type Category of core/places/category.ts. Written from a pack, dated; the nearest area up the path with categories of its own decides.
create table places.categories (
  id bigint generated as identity not null,
  area_id bigint not null,
  code text not null,
  parent text,
  definition jsonb not null,
  pack text not null,
  pack_version text not null,
  valid_from date not null,
  valid_to date,
  constraint categories_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint categories_check CHECK ((valid_to > valid_from)),
  constraint categories_check1 CHECK ((((definition ->> 'code'::text) = code) AND (NOT ((definition ->> 'parent'::text) IS DISTINCT FROM parent)))),
  constraint categories_code_check CHECK ((code ~ '^[A-Z][0-9A-Za-z-]{0,19}$'::text)),
  constraint categories_pkey PRIMARY KEY (id),
  constraint one_category_per_code EXCLUDE USING gist (int8range(hashtextextended((((area_id)::text || ' '::text) || code), (0)::bigint), hashtextextended((((area_id)::text || ' '::text) || code), (0)::bigint), '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&)
);
CREATE INDEX categories_area ON places.categories USING btree (area_id, code);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.categories FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('categories');
grant select to linli_app;

-- What an area was called before; until is the first day of the next name. Written by the import.
create table places.former_names (
  area_id bigint not null,
  name text not null,
  until date not null,
  constraint former_names_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint former_names_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120))),
  constraint former_names_pkey PRIMARY KEY (area_id, until)
);
grant select to linli_app;

-- The levels of each tree of areas, top first, and what a code looks like on each. parent_length: so many leading characters of a code are the code of its parent; null where the code does not say. skips: an area of this level may lie under any level above, else only directly under the next one (every grid belongs to exactly one community). Another country is another tree.
create table places.levels (
  tree text not null,
  level text not null,
  ordinal smallint not null,
  name_zh text not null,
  name_en text not null,
  code_pattern text not null,
  parent_length smallint,
  skips boolean not null default false,
  constraint levels_level_check CHECK ((level ~ '^[a-z]{2,20}$'::text)),
  constraint levels_ordinal_check CHECK (((ordinal >= 1) AND (ordinal <= 12))),
  constraint levels_parent_length_check CHECK ((parent_length > 0)),
  constraint levels_pkey PRIMARY KEY (tree, level),
  constraint levels_tree_check CHECK ((tree ~ '^[a-z][a-z0-9-]{1,30}$'::text)),
  constraint levels_tree_ordinal_key UNIQUE (tree, ordinal)
);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.levels FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('geography');
grant select to linli_app;

-- Drafts of new grids of a community: one open at a time, kept by those who keep places. Holds outlines and names of grids, nobody's data. base names the grids and outlines it began from.
create table places.redrawings (
  id uuid not null,
  area_id bigint not null,
  state text not null default 'draft'::text,
  version integer not null default 1,
  base text not null,
  parts jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  begins_on date,
  heirs jsonb not null default '{}'::jsonb,
  plan jsonb,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  taken_back_by uuid,
  taken_back_at timestamp with time zone,
  carried_at timestamp with time zone,
  constraint redrawings_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint redrawings_base_check CHECK (((length(base) >= 1) AND (length(base) <= 200))),
  constraint redrawings_check CHECK ((confirmed_by <> proposed_by)),
  constraint redrawings_confirmed CHECK (((state <> 'in_force'::text) OR ((plan IS NOT NULL) AND (confirmed_by IS NOT NULL) AND (confirmed_at IS NOT NULL)))),
  constraint redrawings_heirs_check CHECK ((jsonb_typeof(heirs) = 'object'::text)),
  constraint redrawings_parts_check CHECK ((jsonb_typeof(parts) = 'array'::text)),
  constraint redrawings_pkey PRIMARY KEY (id),
  constraint redrawings_plan_check CHECK ((jsonb_typeof(plan) = 'object'::text)),
  constraint redrawings_proposed CHECK (((state <> ALL (ARRAY['proposed'::text, 'in_force'::text])) OR ((begins_on IS NOT NULL) AND (proposed_by IS NOT NULL) AND (proposed_at IS NOT NULL)))),
  constraint redrawings_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'dropped'::text, 'proposed'::text, 'in_force'::text, 'taken_back'::text]))),
  constraint redrawings_version_check CHECK ((version > 0))
);
CREATE INDEX redrawings_to_carry ON places.redrawings USING btree (begins_on) WHERE ((state = 'in_force'::text) AND (carried_at IS NULL));
CREATE UNIQUE INDEX redrawings_one_a_day ON places.redrawings USING btree (area_id, begins_on) WHERE (state = 'in_force'::text);
CREATE UNIQUE INDEX redrawings_one_draft ON places.redrawings USING btree (area_id) WHERE (state = ANY (ARRAY['draft'::text, 'proposed'::text]));
alter table places.redrawings enable row level security;
create policy drawn for update using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
create policy known for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
create policy opened for insert with check ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
grant insert, select, update (begins_on), update (carried_at), update (changed_at), update (changed_by), update (confirmed_at), update (confirmed_by), update (heirs), update (parts), update (plan), update (proposed_at), update (proposed_by), update (state), update (taken_back_at), update (taken_back_by), update (version) to linli_app;

-- Dated configuration of a place: distances of routing, limits of clocks. area null is everywhere; the nearest area up the path decides. A change ends the old row and adds one, with reason and author.
create table places.rules (
  id bigint generated as identity not null,
  area_id bigint,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  reason text not null,
  changed_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint one_rule_per_day EXCLUDE USING gist (int8range(hashtextextended((((COALESCE(area_id, (0)::bigint))::text || ' '::text) || key), (0)::bigint), hashtextextended((((COALESCE(area_id, (0)::bigint))::text || ' '::text) || key), (0)::bigint), '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&),
  constraint rules_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint rules_check CHECK ((valid_to > valid_from)),
  constraint rules_key_check CHECK ((key ~ '^[a-z][A-Za-z0-9.]{1,60}$'::text)),
  constraint rules_pkey PRIMARY KEY (id),
  constraint rules_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)))
);
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.rules FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('rules');
grant insert, select, update (valid_to) to linli_app;

-- Which areas took over from one that ended. With a point the successor is the one that holds it; without, the heir, else the lowest code. Written by the import, and by grids put in force.
create table places.successions (
  area_id bigint not null,
  successor_id bigint not null,
  since date not null,
  heir boolean not null default false,
  redrawing_id uuid,
  constraint successions_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint successions_check CHECK ((successor_id <> area_id)),
  constraint successions_pkey PRIMARY KEY (area_id, successor_id),
  constraint successions_redrawing_id_fkey FOREIGN KEY (redrawing_id) REFERENCES places.redrawings(id),
  constraint successions_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES places.areas(id)
);
CREATE UNIQUE INDEX successions_one_heir ON places.successions USING btree (area_id) WHERE heir;
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.successions FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('geography');
grant select to linli_app;

-- One counter per topic, raised by a trigger on every change of its tables. The server keeps geography, rules and calendars in memory and reads them again when its number is behind.
create table places.versions (
  topic text not null,
  version bigint not null default 0,
  constraint versions_pkey PRIMARY KEY (topic)
);
grant select to linli_app;

-- Working hours of a place from a day on, [["08:00","12:00"],["14:00","18:00"]]; area null is everywhere. Append-only; the nearest area up the path decides, there the latest row.
create table places.work_segments (
  id bigint generated as identity not null,
  area_id bigint,
  valid_from date not null,
  segments jsonb not null,
  work_day_hours numeric(4,2) not null default 8,
  reason text not null default '默认'::text,
  changed_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint work_segments_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint work_segments_pkey PRIMARY KEY (id),
  constraint work_segments_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint work_segments_segments_check CHECK (((jsonb_typeof(segments) = 'array'::text) AND ((jsonb_array_length(segments) >= 1) AND (jsonb_array_length(segments) <= 6)))),
  constraint work_segments_work_day_hours_check CHECK (((work_day_hours > (0)::numeric) AND (work_day_hours <= (24)::numeric)))
);
CREATE UNIQUE INDEX work_segments_once ON places.work_segments USING btree (area_id, valid_from, entered_at) NULLS NOT DISTINCT;
CREATE TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON places.work_segments FOR EACH STATEMENT EXECUTE FUNCTION places.raise_version('calendars');
grant insert, select to linli_app;

-- Which migration files have run, and what they said then. Written by the runner only.
create table public.migrations (
  name text not null,
  checksum text not null,
  started_at timestamp with time zone not null default now(),
  finished_at timestamp with time zone,
  constraint migrations_pkey PRIMARY KEY (name)
);
grant select to linli_app;

-- Append-only: who changed what of an entry, when and why, field by field with its value before and after. community_id is the area that keeps it. person_id is null for an import by command. Sealed in a hash chain by a job.
create table resources.changes (
  community_id bigint not null,
  resource_id uuid not null,
  version integer not null,
  act text not null,
  at timestamp with time zone not null,
  person_id uuid,
  role text,
  changed jsonb not null,
  reason text,
  seq bigint generated as identity not null,
  written_in xid8 not null default pg_current_xact_id(),
  constraint changes_act_check CHECK ((act = ANY (ARRAY['added'::text, 'imported'::text, 'changed'::text, 'ended'::text, 'renewed'::text]))),
  constraint changes_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint changes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint changes_pkey PRIMARY KEY (resource_id, version),
  constraint changes_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint changes_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources.resources(id),
  constraint changes_version_check CHECK ((version > 0))
);
CREATE INDEX changes_order ON resources.changes USING btree (written_in, seq);
alter table resources.changes enable row level security;
create policy keeper_adds for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR (EXISTS ( SELECT 1
   FROM resources.resources r
  WHERE ((r.id = changes.resource_id) AND kit.covers(r.owner_path))))));
create policy staff_reads for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
grant insert, select to linli_app;

-- Kinds of resources, dated, from a pack. The whole list of the nearest area up the path counts, so that a place replaces and never mixes; without an area it holds everywhere. Written by the owning role (setup, demo, a change of pack).
create table resources.kinds (
  id bigint generated as identity not null,
  area_id bigint,
  code text not null,
  definition jsonb not null,
  pack text not null,
  pack_version text not null,
  valid_from date not null,
  valid_to date,
  constraint kinds_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint kinds_check CHECK ((valid_to > valid_from)),
  constraint kinds_code_check CHECK ((code ~ '^[a-z][A-Za-z0-9]{1,39}$'::text)),
  constraint kinds_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX kinds_now ON resources.kinds USING btree (COALESCE(area_id, (0)::bigint), code) WHERE (valid_to IS NULL);
grant select to linli_app;

-- Append-only: every move of a request with who, when and what was said. Sealed in a hash chain by a job.
create table resources.request_moves (
  community_id bigint not null,
  request_id uuid not null,
  version integer not null,
  move text not null,
  to_state text not null,
  at timestamp with time zone not null,
  person_id uuid not null,
  role text,
  facts jsonb not null,
  seq bigint generated as identity not null,
  written_in xid8 not null default pg_current_xact_id(),
  constraint request_moves_community_id_request_id_fkey FOREIGN KEY (community_id, request_id) REFERENCES resources.requests(community_id, id),
  constraint request_moves_move_check CHECK ((move = ANY (ARRAY['ask'::text, 'answer'::text, 'escalate'::text, 'withdraw'::text, 'register'::text, 'use'::text, 'correct'::text, 'report'::text]))),
  constraint request_moves_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.people(id),
  constraint request_moves_pkey PRIMARY KEY (community_id, request_id, version),
  constraint request_moves_version_check CHECK ((version > 0))
);
CREATE INDEX request_moves_order ON resources.request_moves USING btree (written_in, seq);
alter table resources.request_moves enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR (EXISTS ( SELECT 1
   FROM resources.requests r
  WHERE ((r.community_id = request_moves.community_id) AND (r.id = request_moves.request_id)))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR (EXISTS ( SELECT 1
   FROM resources.requests r
  WHERE ((r.community_id = request_moves.community_id) AND (r.id = request_moves.request_id))))));
grant insert, select to linli_app;

-- Requests for a resource to come down: who asks whom for what, the answer, what was registered, and sums of its use. Written by each move together with its line in request_moves. refused_by: the level that refused before it went up.
create table resources.requests (
  community_id bigint not null,
  id uuid not null,
  asker_path text not null,
  to_id bigint not null,
  to_path text not null,
  state text not null,
  what text not null,
  for_whom text not null,
  why text not null,
  wanted_from date,
  wanted_until date,
  answer_by date not null,
  asked_on date not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answer text,
  alternative text,
  refused_by_id bigint,
  resource_id uuid,
  terms text,
  terms_until date,
  brought text,
  uses integer not null default 0,
  units integer not null default 0,
  person_times integer not null default 0,
  version integer not null default 1,
  told_late boolean not null default false,
  constraint requests_alternative_check CHECK (((length(alternative) >= 2) AND (length(alternative) <= 500))),
  constraint requests_answer_check CHECK (((length(answer) >= 2) AND (length(answer) <= 1000))),
  constraint requests_brought_check CHECK (((length(brought) >= 4) AND (length(brought) <= 2000))),
  constraint requests_check CHECK ((wanted_until >= wanted_from)),
  constraint requests_check1 CHECK (((state <> ALL (ARRAY['REGISTERED'::text, 'USED'::text, 'REPORTED'::text])) OR ((resource_id IS NOT NULL) AND (terms IS NOT NULL)))),
  constraint requests_check2 CHECK (((state = 'REPORTED'::text) = (brought IS NOT NULL))),
  constraint requests_check3 CHECK ((starts_with(asker_path, to_path) AND (asker_path <> to_path))),
  constraint requests_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint requests_for_whom_check CHECK (((length(for_whom) >= 2) AND (length(for_whom) <= 120))),
  constraint requests_person_times_check CHECK ((person_times >= 0)),
  constraint requests_pkey PRIMARY KEY (community_id, id),
  constraint requests_refused_by_id_fkey FOREIGN KEY (refused_by_id) REFERENCES places.areas(id),
  constraint requests_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resources.resources(id),
  constraint requests_state_check CHECK ((state = ANY (ARRAY['ASKED'::text, 'GIVEN'::text, 'PARTLY'::text, 'REFUSED'::text, 'REGISTERED'::text, 'USED'::text, 'REPORTED'::text, 'WITHDRAWN'::text]))),
  constraint requests_terms_check CHECK (((length(terms) >= 2) AND (length(terms) <= 1000))),
  constraint requests_to_id_fkey FOREIGN KEY (to_id) REFERENCES places.areas(id),
  constraint requests_units_check CHECK ((units >= 0)),
  constraint requests_uses_check CHECK ((uses >= 0)),
  constraint requests_version_check CHECK ((version > 0)),
  constraint requests_what_check CHECK (((length(what) >= 4) AND (length(what) <= 120))),
  constraint requests_why_check CHECK (((length(why) >= 4) AND (length(why) <= 1000)))
);
CREATE INDEX requests_due ON resources.requests USING btree (answer_by) WHERE (state = 'ASKED'::text);
CREATE INDEX requests_in ON resources.requests USING btree (to_id, state, answer_by);
CREATE INDEX requests_out ON resources.requests USING btree (asker_path text_pattern_ops, asked_on);
CREATE UNIQUE INDEX requests_id ON resources.requests USING btree (id);
alter table resources.requests enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(asker_path))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(asker_path)));
grant insert, select, update (alternative), update (answer), update (answer_by), update (answered_at), update (brought), update (person_times), update (refused_by_id), update (resource_id), update (state), update (terms), update (terms_until), update (to_id), update (to_path), update (told_late), update (units), update (uses), update (version) to linli_app;

-- The register. owner is the area that keeps the entry: a community, street, district or city. Ended, never deleted. valid_until is the last day; warned_for is the last day its keeper was told of. Who changed what stands in changes.
create table resources.resources (
  id uuid not null,
  owner_id bigint not null,
  owner_path text not null,
  kind text not null,
  name text not null,
  name_en text,
  capacity integer,
  capacity_unit text,
  openings jsonb not null default '[]'::jsonb,
  hours_note text,
  address text,
  lon double precision,
  lat double precision,
  counter text,
  phone text,
  offers jsonb not null default '[]'::jsonb,
  conditions text,
  valid_from date not null,
  valid_until date,
  is_public boolean not null default true,
  external_system text,
  external_id text,
  version integer not null default 1,
  ended_on date,
  warned_for date,
  constraint resources_address_check CHECK (((length(address) >= 2) AND (length(address) <= 120))),
  constraint resources_capacity_check CHECK ((capacity > 0)),
  constraint resources_capacity_unit_check CHECK (((length(capacity_unit) >= 1) AND (length(capacity_unit) <= 20))),
  constraint resources_check CHECK ((valid_until >= valid_from)),
  constraint resources_check1 CHECK (((lon IS NULL) = (lat IS NULL))),
  constraint resources_check2 CHECK (((capacity IS NULL) = (capacity_unit IS NULL))),
  constraint resources_check3 CHECK (((external_system IS NULL) = (external_id IS NULL))),
  constraint resources_conditions_check CHECK (((length(conditions) >= 2) AND (length(conditions) <= 500))),
  constraint resources_counter_check CHECK (((length(counter) >= 2) AND (length(counter) <= 40))),
  constraint resources_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 80))),
  constraint resources_external_system_check CHECK ((external_system ~ '^[a-z0-9][a-z0-9-]{1,29}$'::text)),
  constraint resources_hours_note_check CHECK (((length(hours_note) >= 1) AND (length(hours_note) <= 200))),
  constraint resources_lat_check CHECK (((lat >= ('-90'::integer)::double precision) AND (lat <= (90)::double precision))),
  constraint resources_lon_check CHECK (((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))),
  constraint resources_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint resources_name_en_check CHECK (((length(name_en) >= 2) AND (length(name_en) <= 120))),
  constraint resources_offers_check CHECK ((jsonb_typeof(offers) = 'array'::text)),
  constraint resources_openings_check CHECK ((jsonb_typeof(openings) = 'array'::text)),
  constraint resources_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES places.areas(id),
  constraint resources_phone_check CHECK (((length(phone) >= 3) AND (length(phone) <= 30))),
  constraint resources_pkey PRIMARY KEY (id),
  constraint resources_version_check CHECK ((version > 0))
);
CREATE INDEX resources_owner ON resources.resources USING btree (owner_path text_pattern_ops, name);
CREATE INDEX resources_place ON resources.resources USING btree (lat, lon) WHERE (ended_on IS NULL);
CREATE INDEX resources_until ON resources.resources USING btree (valid_until) WHERE ((ended_on IS NULL) AND (valid_until IS NOT NULL));
CREATE UNIQUE INDEX resources_external ON resources.resources USING btree (external_system, external_id);
alter table resources.resources enable row level security;
create policy keeper_adds for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(owner_path)));
create policy keeper_changes for update using (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(owner_path))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(owner_path)));
create policy public_reads for select using (((( SELECT kit.scope() AS scope) = 'public'::text) AND is_public AND (ended_on IS NULL)));
create policy staff_reads for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['staff'::text, 'job'::text])));
grant insert, select, update (address), update (capacity), update (capacity_unit), update (conditions), update (counter), update (ended_on), update (hours_note), update (is_public), update (kind), update (lat), update (lon), update (name), update (name_en), update (offers), update (openings), update (phone), update (valid_from), update (valid_until), update (version), update (warned_for) to linli_app;

-- Append-only: each use of what came down, with its day and purpose. How many came, never who.
create table resources.uses (
  community_id bigint not null,
  request_id uuid not null,
  serial integer not null,
  used_on date not null,
  what_for text not null,
  units integer not null,
  person_times integer,
  corrects integer,
  reason text,
  constraint uses_check CHECK ((corrects < serial)),
  constraint uses_community_id_request_id_fkey FOREIGN KEY (community_id, request_id) REFERENCES resources.requests(community_id, id),
  constraint uses_corrected_once UNIQUE (community_id, request_id, corrects),
  constraint uses_correction_has_reason CHECK (((corrects IS NULL) = (reason IS NULL))),
  constraint uses_corrects_a_use FOREIGN KEY (community_id, request_id, corrects) REFERENCES resources.uses(community_id, request_id, serial),
  constraint uses_person_times_check CHECK (((person_times >= 0) AND (person_times <= 1000000))),
  constraint uses_pkey PRIMARY KEY (community_id, request_id, serial),
  constraint uses_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint uses_serial_check CHECK ((serial > 0)),
  constraint uses_units_check CHECK ((((units >= 0) AND (units <= 100000)) AND ((units > 0) OR (corrects IS NOT NULL)))),
  constraint uses_what_for_check CHECK (((length(what_for) >= 2) AND (length(what_for) <= 200)))
);
alter table resources.uses enable row level security;
create policy of_my_places for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR (EXISTS ( SELECT 1
   FROM resources.requests r
  WHERE ((r.community_id = uses.community_id) AND (r.id = uses.request_id)))))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR (EXISTS ( SELECT 1
   FROM resources.requests r
  WHERE ((r.community_id = uses.community_id) AND (r.id = uses.request_id))))));
grant insert, select to linli_app;

-- Answers by question code, mixed. sheet is a fresh random id; answered_on is the day of mixing (of an import its own). Written by surveys.mix; jobs read it for tabulation and take out what has been kept long enough.
create table surveys.answers (
  community_id bigint not null,
  survey_id uuid not null,
  sheet uuid not null,
  version integer not null,
  channel text not null,
  grid_id bigint,
  answered_on date,
  answers jsonb not null,
  constraint answers_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'assisted'::text, 'paper'::text, 'import'::text]))),
  constraint answers_community_id_survey_id_version_fkey FOREIGN KEY (community_id, survey_id, version) REFERENCES surveys.versions(community_id, survey_id, version),
  constraint answers_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint answers_pkey PRIMARY KEY (community_id, survey_id, sheet)
);
alter table surveys.answers enable row level security;
create policy forgotten for update using ((( SELECT kit.scope() AS scope) = 'job'::text)) with check ((( SELECT kit.scope() AS scope) = 'job'::text));
create policy tabulated for select using ((( SELECT kit.scope() AS scope) = 'job'::text));
grant select, update (answers) to linli_app;

-- One-time codes by hash: the code itself stands on paper only. Holds neither who got it nor when it was used nor by whom; command_hash lets the sender of a lost answer hear his receipt again. Read by jobs and by the door for answers only.
create table surveys.codes (
  community_id bigint not null,
  survey_id uuid not null,
  code_hash bytea not null,
  batch uuid not null,
  grid_id bigint,
  used boolean not null default false,
  void boolean not null default false,
  command_hash bytea,
  constraint codes_check CHECK ((NOT (used AND void))),
  constraint codes_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint codes_command_hash_check CHECK ((length(command_hash) = 32)),
  constraint codes_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint codes_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint codes_pkey PRIMARY KEY (community_id, survey_id, code_hash)
);
CREATE INDEX codes_batch ON surveys.codes USING btree (community_id, survey_id, batch);
CREATE INDEX codes_hash ON surveys.codes USING btree (code_hash);
alter table surveys.codes enable row level security;
create policy known for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'intake'::text])));
create policy made for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
create policy used for update using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'intake'::text]))) with check ((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'intake'::text])));
grant insert, select, update (command_hash), update (used), update (void) to linli_app;

-- How many households (or persons) live where the survey asks, by grid or building: counts, no names. quota: so many answers are hoped for.
create table surveys.frame (
  community_id bigint not null,
  survey_id uuid not null,
  grid_id bigint not null,
  building text not null default ''::text,
  households integer not null,
  quota integer,
  source text not null,
  constraint frame_building_check CHECK ((length(building) <= 60)),
  constraint frame_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint frame_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint frame_households_check CHECK (((households >= 0) AND (households <= 1000000))),
  constraint frame_pkey PRIMARY KEY (community_id, survey_id, grid_id, building),
  constraint frame_quota_check CHECK (((quota >= 0) AND (quota <= 1000000))),
  constraint frame_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
);
alter table surveys.frame enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
grant delete, insert, select to linli_app;

-- Rows already taken in, by a keyed hash, so that a second run doubles nothing. Leads to no sheet.
create table surveys.import_rows (
  community_id bigint not null,
  survey_id uuid not null,
  row_key bytea not null,
  constraint import_rows_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint import_rows_pkey PRIMARY KEY (community_id, survey_id, row_key),
  constraint import_rows_row_key_check CHECK ((length(row_key) = 32))
);
alter table surveys.import_rows enable row level security;
create policy job_only for all using ((( SELECT kit.scope() AS scope) = 'job'::text));
grant insert, select to linli_app;

-- Files of answers taken in from elsewhere: who, when, and how many rows.
create table surveys.imports (
  community_id bigint not null,
  survey_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_hash bytea not null,
  rows integer not null,
  taken integer not null,
  repeated integer not null,
  rejected integer not null,
  by_id uuid,
  at timestamp with time zone not null,
  constraint imports_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.people(id),
  constraint imports_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint imports_file_hash_check CHECK ((length(file_hash) = 32)),
  constraint imports_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200))),
  constraint imports_pkey PRIMARY KEY (community_id, survey_id, id),
  constraint imports_rejected_check CHECK ((rejected >= 0)),
  constraint imports_repeated_check CHECK ((repeated >= 0)),
  constraint imports_rows_check CHECK ((rows >= 0)),
  constraint imports_taken_check CHECK ((taken >= 0))
);
alter table surveys.imports enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
grant insert, select to linli_app;

-- Sheets as they come in, until surveys.mix moves them on among others. Only put in: the application may not read it under any scope.
create table surveys.inbox (
  community_id bigint not null,
  survey_id uuid not null,
  id uuid not null default gen_random_uuid(),
  version integer not null,
  channel text not null,
  grid_id bigint,
  answered_on date,
  answers jsonb not null,
  constraint inbox_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'assisted'::text, 'paper'::text, 'import'::text]))),
  constraint inbox_community_id_survey_id_version_fkey FOREIGN KEY (community_id, survey_id, version) REFERENCES surveys.versions(community_id, survey_id, version),
  constraint inbox_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint inbox_pkey PRIMARY KEY (community_id, survey_id, id)
);
alter table surveys.inbox enable row level security;
create policy sent for insert with check ((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'intake'::text])));
grant insert to linli_app;

-- How many live in an area by age, sex, tenure and the like: counts with day and source, no persons. Rows are added; of a dimension the latest day, and of that the latest entry, counts.
create table surveys.margins (
  area_id bigint not null,
  dimension text not null,
  as_of date not null,
  entered_at timestamp with time zone not null,
  category text not null,
  area_path text not null,
  title jsonb not null,
  label jsonb not null,
  ordinal smallint not null,
  people bigint not null,
  source text not null,
  entered_by uuid,
  constraint margins_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint margins_area_path_check CHECK ((area_path ~ '^(/[0-9]+)+/$'::text)),
  constraint margins_category_check CHECK (((length(category) >= 1) AND (length(category) <= 40))),
  constraint margins_dimension_check CHECK ((dimension ~ '^[a-z][a-zA-Z0-9]{0,39}$'::text)),
  constraint margins_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.people(id),
  constraint margins_label_check CHECK (((label ? 'zh'::text) AND (label ? 'en'::text))),
  constraint margins_people_check CHECK ((people >= 0)),
  constraint margins_pkey PRIMARY KEY (area_id, dimension, as_of, entered_at, category),
  constraint margins_source_check CHECK (((length(source) >= 2) AND (length(source) <= 200))),
  constraint margins_title_check CHECK (((title ? 'zh'::text) AND (title ? 'en'::text)))
);
alter table surveys.margins enable row level security;
create policy entered for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(area_path)));
create policy known for select using ((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'staff'::text])));
grant insert, select to linli_app;

-- Paper sheets between first and second typing. Both are removed in the transaction that puts the settled sheet into the inbox.
create table surveys.paper (
  community_id bigint not null,
  survey_id uuid not null,
  sheet_key bytea not null,
  pass smallint not null,
  version integer not null,
  grid_id bigint,
  answers jsonb not null,
  command_hash bytea not null,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  constraint paper_command_hash_check CHECK ((length(command_hash) = 32)),
  constraint paper_community_id_survey_id_version_fkey FOREIGN KEY (community_id, survey_id, version) REFERENCES surveys.versions(community_id, survey_id, version),
  constraint paper_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.people(id),
  constraint paper_grid_id_fkey FOREIGN KEY (grid_id) REFERENCES places.areas(id),
  constraint paper_pass_check CHECK ((pass = ANY (ARRAY[1, 2]))),
  constraint paper_pkey PRIMARY KEY (community_id, survey_id, sheet_key, pass),
  constraint paper_sheet_key_check CHECK ((length(sheet_key) = 32))
);
alter table surveys.paper enable row level security;
create policy typed for all using (((( SELECT kit.scope() AS scope) = ANY (ARRAY['job'::text, 'intake'::text])) OR (entered_by = ( SELECT kit.person() AS person))));
grant delete, insert, select, update (answers), update (command_hash), update (entered_at), update (entered_by) to linli_app;

-- Results as they were published: small groups already hidden, frozen. cells names which were hidden and which shown, so that a later publication reveals nothing by subtraction. Rows are added only.
create table surveys.publications (
  community_id bigint not null,
  survey_id uuid not null,
  number integer not null,
  version integer not null,
  scheme integer,
  threshold smallint not null,
  sheets integer not null,
  results jsonb not null,
  cells jsonb not null,
  decided_by text not null,
  reason text not null,
  published_by uuid,
  published_at timestamp with time zone not null,
  constraint publications_community_id_survey_id_scheme_fkey FOREIGN KEY (community_id, survey_id, scheme) REFERENCES surveys.schemes(community_id, survey_id, number),
  constraint publications_community_id_survey_id_version_fkey FOREIGN KEY (community_id, survey_id, version) REFERENCES surveys.versions(community_id, survey_id, version),
  constraint publications_decided_by_check CHECK (((length(decided_by) >= 2) AND (length(decided_by) <= 200))),
  constraint publications_number_check CHECK ((number >= 1)),
  constraint publications_pkey PRIMARY KEY (community_id, survey_id, number),
  constraint publications_published_by_fkey FOREIGN KEY (published_by) REFERENCES people.people(id),
  constraint publications_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint publications_sheets_check CHECK ((sheets >= 0)),
  constraint publications_threshold_check CHECK ((threshold >= 10))
);
alter table surveys.publications enable row level security;
create policy made for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
create policy seen for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (surveys.is_public(survey_id) OR surveys.covers(survey_id) OR (( SELECT kit.scope() AS scope) = 'job'::text))));
grant insert, select to linli_app;

-- Ways of weighting a survey: which questions stand for which known figures, these figures as they were, bounds, and what came of it. Never edited; another number follows.
create table surveys.schemes (
  community_id bigint not null,
  survey_id uuid not null,
  number integer not null,
  version integer not null,
  scheme jsonb not null,
  report jsonb not null,
  reason text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint schemes_community_id_survey_id_version_fkey FOREIGN KEY (community_id, survey_id, version) REFERENCES surveys.versions(community_id, survey_id, version),
  constraint schemes_made_by_fkey FOREIGN KEY (made_by) REFERENCES people.people(id),
  constraint schemes_number_check CHECK ((number >= 1)),
  constraint schemes_pkey PRIMARY KEY (community_id, survey_id, number),
  constraint schemes_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)))
);
alter table surveys.schemes enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
grant insert, select to linli_app;

-- Who did what with a survey, when and why. Grows only. Says nothing about single answers.
create table surveys.steps (
  community_id bigint not null,
  survey_id uuid not null,
  id bigint generated as identity not null,
  step text not null,
  at timestamp with time zone not null,
  by_id uuid,
  reason text,
  detail jsonb not null default '{}'::jsonb,
  constraint steps_by_id_fkey FOREIGN KEY (by_id) REFERENCES people.people(id),
  constraint steps_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint steps_pkey PRIMARY KEY (community_id, survey_id, id),
  constraint steps_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint steps_step_check CHECK ((step = ANY (ARRAY['made'::text, 'changed'::text, 'opened'::text, 'newVersion'::text, 'extended'::text, 'closed'::text, 'frameSet'::text, 'codesMade'::text, 'codesVoided'::text, 'reminded'::text, 'imported'::text, 'forgotten'::text, 'published'::text, 'withdrawn'::text, 'exported'::text])))
);
alter table surveys.steps enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
grant insert, select to linli_app;

-- One row per survey; community_id is the area that asks. answers_by: one code a household or a person, or anyone without a code (said to be not representative). version is the one being answered. mix_min: so few sheets of one grid at least are mixed together before anybody can read them; mixed_on: the day of the last mixing after the close. A draft is seen by staff of the area, the rest by all.
create table surveys.surveys (
  community_id bigint not null,
  id uuid not null,
  area_path text not null,
  title jsonb not null,
  state text not null default 'DRAFT'::text,
  answers_by text not null,
  opens_on date,
  closes_on date,
  version integer,
  mix_min smallint not null default 10,
  created_at timestamp with time zone not null,
  created_by uuid,
  closed_at timestamp with time zone,
  mixed_on date,
  constraint surveys_answers_by_check CHECK ((answers_by = ANY (ARRAY['household'::text, 'person'::text, 'anyone'::text]))),
  constraint surveys_area_path_check CHECK ((area_path ~ '^(/[0-9]+)+/$'::text)),
  constraint surveys_check CHECK ((closes_on >= opens_on)),
  constraint surveys_check1 CHECK (((state = 'DRAFT'::text) OR ((opens_on IS NOT NULL) AND (closes_on IS NOT NULL) AND (version IS NOT NULL)))),
  constraint surveys_check2 CHECK (((state = 'CLOSED'::text) = (closed_at IS NOT NULL))),
  constraint surveys_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint surveys_created_by_fkey FOREIGN KEY (created_by) REFERENCES people.people(id),
  constraint surveys_mix_min_check CHECK (((mix_min >= 5) AND (mix_min <= 100))),
  constraint surveys_pkey PRIMARY KEY (community_id, id),
  constraint surveys_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'OPEN'::text, 'CLOSED'::text]))),
  constraint surveys_title_check CHECK (((title ? 'zh'::text) AND (title ? 'en'::text))),
  constraint surveys_version_check CHECK ((version >= 1))
);
CREATE INDEX surveys_id ON surveys.surveys USING btree (id);
CREATE INDEX surveys_list ON surveys.surveys USING btree (community_id, created_at DESC, id);
alter table surveys.surveys enable row level security;
create policy made for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(area_path)));
create policy moved for update using (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(area_path))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(area_path)));
create policy seen for select using ((((( SELECT kit.scope() AS scope) <> ''::text) AND (state <> 'DRAFT'::text)) OR (( SELECT kit.scope() AS scope) = 'job'::text) OR kit.covers(area_path)));
grant insert, select, update (answers_by), update (closed_at), update (closes_on), update (mix_min), update (opens_on), update (state), update (title), update (version) to linli_app;

-- What staff did with the groups that free texts fall into: named, put together, hidden. The latest row of a topic counts. Holds no text of a resident.
create table surveys.topic_edits (
  community_id bigint not null,
  survey_id uuid not null,
  question text not null,
  topic text not null,
  id bigint generated as identity not null,
  name text,
  into_topic text,
  hidden boolean not null default false,
  edited_by uuid,
  edited_at timestamp with time zone not null,
  constraint topic_edits_check CHECK ((((length(into_topic) >= 1) AND (length(into_topic) <= 60)) AND (into_topic <> topic))),
  constraint topic_edits_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint topic_edits_edited_by_fkey FOREIGN KEY (edited_by) REFERENCES people.people(id),
  constraint topic_edits_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60))),
  constraint topic_edits_pkey PRIMARY KEY (community_id, survey_id, question, topic, id),
  constraint topic_edits_question_check CHECK (((length(question) >= 1) AND (length(question) <= 40))),
  constraint topic_edits_topic_check CHECK (((length(topic) >= 1) AND (length(topic) <= 60)))
);
alter table surveys.topic_edits enable row level security;
create policy kept for all using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
grant insert, select to linli_app;

-- The questionnaire as it was asked. Once opened it is never edited (a trigger): another version follows, and answers keep theirs.
create table surveys.versions (
  community_id bigint not null,
  survey_id uuid not null,
  version integer not null,
  questionnaire jsonb not null,
  changed_at timestamp with time zone not null,
  changed_by uuid,
  opened_at timestamp with time zone,
  constraint versions_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.people(id),
  constraint versions_community_id_survey_id_fkey FOREIGN KEY (community_id, survey_id) REFERENCES surveys.surveys(community_id, id),
  constraint versions_pkey PRIMARY KEY (community_id, survey_id, version),
  constraint versions_version_check CHECK ((version >= 1))
);
alter table surveys.versions enable row level security;
create policy changed for update using (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id))) with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
create policy made for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
create policy seen for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (((opened_at IS NOT NULL) AND surveys.is_public(survey_id)) OR (( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id))));
CREATE TRIGGER keep_opened BEFORE UPDATE ON surveys.versions FOR EACH ROW EXECUTE FUNCTION surveys.keep_opened();
grant insert, select, update (changed_at), update (changed_by), update (opened_at), update (questionnaire) to linli_app;

-- Publications taken back, with the reason that is shown in their place.
create table surveys.withdrawals (
  community_id bigint not null,
  survey_id uuid not null,
  number integer not null,
  reason text not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone not null,
  constraint withdrawals_community_id_survey_id_number_fkey FOREIGN KEY (community_id, survey_id, number) REFERENCES surveys.publications(community_id, survey_id, number),
  constraint withdrawals_pkey PRIMARY KEY (community_id, survey_id, number),
  constraint withdrawals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint withdrawals_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES people.people(id)
);
alter table surveys.withdrawals enable row level security;
create policy made for insert with check (((( SELECT kit.scope() AS scope) = 'job'::text) OR surveys.covers(survey_id)));
create policy seen for select using (((( SELECT kit.scope() AS scope) <> ''::text) AND (surveys.is_public(survey_id) OR surveys.covers(survey_id) OR (( SELECT kit.scope() AS scope) = 'job'::text))));
grant insert, select to linli_app;

-- What was answered to an objection; the last one counts, the earlier ones stay. Append-only.
create table themes.answers (
  community_id bigint not null,
  voice_id uuid not null,
  n smallint not null,
  text text not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint answers_by_fkey FOREIGN KEY (by) REFERENCES people.people(id),
  constraint answers_community_id_voice_id_fkey FOREIGN KEY (community_id, voice_id) REFERENCES themes.voices(community_id, id),
  constraint answers_n_check CHECK (((n >= 1) AND (n <= 50))),
  constraint answers_pkey PRIMARY KEY (community_id, voice_id, n),
  constraint answers_text_check CHECK (((length(text) >= 2) AND (length(text) <= 1000)))
);
alter table themes.answers enable row level security;
create policy read_answers for select using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy write_answers for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- One time a community looks for its theme: which survey and question say what is needed. From public_at on residents read and speak. One is open at a time.
create table themes.choices (
  community_id bigint not null,
  id uuid not null,
  survey_id uuid,
  question text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  public_at timestamp with time zone,
  public_by uuid,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_kind text,
  end_reason text,
  constraint choices_check CHECK (((ended_at IS NULL) = (end_kind IS NULL))),
  constraint choices_check1 CHECK (((survey_id IS NULL) = (question IS NULL))),
  constraint choices_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint choices_end_kind_check CHECK ((end_kind = ANY (ARRAY['decided'::text, 'givenUp'::text]))),
  constraint choices_end_reason_check CHECK (((length(end_reason) >= 2) AND (length(end_reason) <= 500))),
  constraint choices_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people.people(id),
  constraint choices_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people.people(id),
  constraint choices_pkey PRIMARY KEY (community_id, id),
  constraint choices_public_by_fkey FOREIGN KEY (public_by) REFERENCES people.people(id),
  constraint choices_question_check CHECK (((length(question) >= 1) AND (length(question) <= 60)))
);
CREATE UNIQUE INDEX choices_id ON themes.choices USING btree (id);
CREATE UNIQUE INDEX choices_open ON themes.choices USING btree (community_id) WHERE (ended_at IS NULL);
alter table themes.choices enable row level security;
create policy change_choices for update using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy read_choices for select using (((kit.scope() = 'job'::text) OR themes.covers(community_id) OR ((public_at IS NOT NULL) AND (kit.scope() <> ''::text))));
create policy write_choices for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select, update (end_kind), update (end_reason), update (ended_at), update (ended_by), update (public_at), update (public_by), update (question), update (survey_id) to linli_app;

-- What was decided, by whom and by which rule with its counts, on which evidence; without a kind: none was chosen. Public from the moment it is recorded. Append-only; a wrong record is corrected by another that names it.
create table themes.decisions (
  community_id bigint not null,
  id uuid not null,
  choice_id uuid not null,
  evidence_id uuid not null,
  meeting_id uuid not null,
  kind_code text,
  kind jsonb,
  reasons text not null,
  yes integer not null,
  no integer not null,
  abstain integer not null,
  rule jsonb not null,
  objections jsonb not null,
  corrects uuid,
  sha256 text not null,
  sm3 text,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint decisions_abstain_check CHECK ((abstain >= 0)),
  constraint decisions_check CHECK (((kind IS NULL) = (kind_code IS NULL))),
  constraint decisions_check1 CHECK (((kind ->> 'code'::text) = kind_code)),
  constraint decisions_community_id_choice_id_fkey FOREIGN KEY (community_id, choice_id) REFERENCES themes.choices(community_id, id),
  constraint decisions_community_id_corrects_fkey FOREIGN KEY (community_id, corrects) REFERENCES themes.decisions(community_id, id),
  constraint decisions_community_id_evidence_id_fkey FOREIGN KEY (community_id, evidence_id) REFERENCES themes.evidence(community_id, id),
  constraint decisions_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES themes.meetings(community_id, id),
  constraint decisions_no_check CHECK ((no >= 0)),
  constraint decisions_pkey PRIMARY KEY (community_id, id),
  constraint decisions_reasons_check CHECK (((length(reasons) >= 2) AND (length(reasons) <= 2000))),
  constraint decisions_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.people(id),
  constraint decisions_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint decisions_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text)),
  constraint decisions_yes_check CHECK ((yes >= 0))
);
CREATE UNIQUE INDEX decisions_corrected ON themes.decisions USING btree (community_id, corrects);
CREATE UNIQUE INDEX decisions_first ON themes.decisions USING btree (community_id, choice_id) WHERE (corrects IS NULL);
CREATE UNIQUE INDEX decisions_id ON themes.decisions USING btree (id);
alter table themes.decisions enable row level security;
create policy read_decisions for select using ((kit.scope() <> ''::text));
create policy write_decisions for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- Before and after, goal by goal with intervals, and the conclusion in words; what was not reached stands beside what was. Append-only.
create table themes.evaluations (
  community_id bigint not null,
  id uuid not null,
  theme_id uuid not null,
  from_on date not null,
  to_on date not null,
  results jsonb not null,
  conclusion text not null,
  corrects uuid,
  sha256 text not null,
  sm3 text,
  by uuid not null,
  at timestamp with time zone not null,
  constraint evaluations_by_fkey FOREIGN KEY (by) REFERENCES people.people(id),
  constraint evaluations_check CHECK ((to_on > from_on)),
  constraint evaluations_community_id_corrects_fkey FOREIGN KEY (community_id, corrects) REFERENCES themes.evaluations(community_id, id),
  constraint evaluations_community_id_theme_id_fkey FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id),
  constraint evaluations_conclusion_check CHECK (((length(conclusion) >= 2) AND (length(conclusion) <= 2000))),
  constraint evaluations_pkey PRIMARY KEY (community_id, id),
  constraint evaluations_results_check CHECK ((jsonb_typeof(results) = 'array'::text)),
  constraint evaluations_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evaluations_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX evaluations_theme ON themes.evaluations USING btree (community_id, theme_id, at);
alter table themes.evaluations enable row level security;
create policy read_evaluations for select using ((kit.scope() <> ''::text));
create policy write_evaluations for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- What a decision rests on, as of one instant: survey and weighting version, scores with every addend, resources, population, seed of the resampling. Append-only; the digests are of the canonical text of content.
create table themes.evidence (
  community_id bigint not null,
  id uuid not null,
  choice_id uuid not null,
  content jsonb not null,
  sha256 text not null,
  sm3 text,
  frozen_by uuid not null,
  frozen_at timestamp with time zone not null,
  constraint evidence_community_id_choice_id_fkey FOREIGN KEY (community_id, choice_id) REFERENCES themes.choices(community_id, id),
  constraint evidence_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES people.people(id),
  constraint evidence_pkey PRIMARY KEY (community_id, id),
  constraint evidence_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint evidence_sm3_check CHECK ((sm3 ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX evidence_choice ON themes.evidence USING btree (community_id, choice_id, frozen_at);
alter table themes.evidence enable row level security;
create policy read_evidence for select using ((EXISTS ( SELECT
   FROM themes.choices c
  WHERE ((c.community_id = evidence.community_id) AND (c.id = evidence.choice_id)))));
create policy write_evidence for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- What is to change: indicator, where it stood, where it should be and when; criterion: the evaluation judges by it. Append-only: a change is a new version with its reason, so what was agreed before the start stays readable.
create table themes.goals (
  community_id bigint not null,
  theme_id uuid not null,
  id uuid not null,
  version smallint not null,
  text text not null,
  indicator text,
  params jsonb not null default '{}'::jsonb,
  unit text not null,
  up boolean not null,
  baseline numeric(14,4),
  baseline_low numeric(14,4),
  baseline_high numeric(14,4),
  baseline_how text not null,
  target numeric(14,4) not null,
  months smallint not null,
  due_on date not null,
  criterion boolean not null,
  dropped boolean not null default false,
  from_goal uuid,
  reason text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint goals_baseline_how_check CHECK (((length(baseline_how) >= 2) AND (length(baseline_how) <= 300))),
  constraint goals_community_id_theme_id_fkey FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id),
  constraint goals_indicator_check CHECK (((length(indicator) >= 3) AND (length(indicator) <= 60))),
  constraint goals_months_check CHECK (((months >= 1) AND (months <= 60))),
  constraint goals_pkey PRIMARY KEY (community_id, theme_id, id, version),
  constraint goals_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint goals_set_by_fkey FOREIGN KEY (set_by) REFERENCES people.people(id),
  constraint goals_text_check CHECK (((length(text) >= 2) AND (length(text) <= 200))),
  constraint goals_unit_check CHECK (((length(unit) >= 1) AND (length(unit) <= 20))),
  constraint goals_version_check CHECK (((version >= 1) AND (version <= 99)))
);
alter table themes.goals enable row level security;
create policy read_goals for select using ((kit.scope() <> ''::text));
create policy write_goals for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- The catalogue of themes: definition is the type ThemeKind of core/themes/kind.ts. Dated; of one code the nearest area up the path decides, and an area adds codes of its own. Loaded from a pack, changed by who keeps themes, with reason.
create table themes.kinds (
  id bigint generated as identity not null,
  area_id bigint not null,
  code text not null,
  definition jsonb not null,
  valid_from date not null,
  valid_to date,
  reason text not null,
  changed_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint kinds_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint kinds_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.people(id),
  constraint kinds_check CHECK (((definition ->> 'code'::text) = code)),
  constraint kinds_check1 CHECK ((valid_to > valid_from)),
  constraint kinds_code_check CHECK ((code ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint kinds_pkey PRIMARY KEY (id),
  constraint kinds_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint one_kind_per_code EXCLUDE USING gist (int8range(hashtextextended((((area_id)::text || ' '::text) || code), (0)::bigint), hashtextextended((((area_id)::text || ' '::text) || code), (0)::bigint), '[]'::text) WITH &&, daterange(valid_from, valid_to) WITH &&)
);
CREATE INDEX kinds_area ON themes.kinds USING btree (area_id, code);
grant insert, select, update (valid_to) to linli_app;

-- What the programme consists of: measures, zones of the centre, series, resources, budget lines (planned amounts in fen; the money itself is kept elsewhere). Ended by date, never removed. refers_to: the series or resource meant.
create table themes.measures (
  community_id bigint not null,
  id uuid not null,
  theme_id uuid not null,
  kind text not null,
  text text not null,
  refers_to uuid,
  amount_fen bigint,
  from_on date not null,
  until_on date,
  end_reason text,
  from_measure uuid,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  constraint measures_added_by_fkey FOREIGN KEY (added_by) REFERENCES people.people(id),
  constraint measures_amount_fen_check CHECK ((amount_fen > 0)),
  constraint measures_check CHECK ((until_on >= from_on)),
  constraint measures_check1 CHECK (((kind = 'budget'::text) = (amount_fen IS NOT NULL))),
  constraint measures_community_id_theme_id_fkey FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id),
  constraint measures_end_reason_check CHECK (((length(end_reason) >= 2) AND (length(end_reason) <= 500))),
  constraint measures_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'zone'::text, 'series'::text, 'resource'::text, 'budget'::text]))),
  constraint measures_pkey PRIMARY KEY (community_id, id),
  constraint measures_text_check CHECK (((length(text) >= 2) AND (length(text) <= 300)))
);
CREATE INDEX measures_theme ON themes.measures USING btree (community_id, theme_id);
alter table themes.measures enable row level security;
create policy change_measures for update using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy read_measures for select using ((kit.scope() <> ''::text));
create policy write_measures for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select, update (end_reason), update (until_on) to linli_app;

-- The record of a meeting: notice, numbers, what was said for it; what was said against it is an objection in themes.voices. Append-only; a wrong one is corrected by another that names it.
create table themes.meetings (
  community_id bigint not null,
  id uuid not null,
  choice_id uuid not null,
  kind text not null,
  notice_on date not null,
  notice_how text not null,
  held_on date not null,
  place text not null,
  expected integer not null,
  attended integer not null,
  points_for jsonb not null,
  minutes text not null,
  corrects uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint meetings_check CHECK ((held_on >= notice_on)),
  constraint meetings_check1 CHECK (((attended >= 0) AND (attended <= expected))),
  constraint meetings_community_id_choice_id_fkey FOREIGN KEY (community_id, choice_id) REFERENCES themes.choices(community_id, id),
  constraint meetings_community_id_corrects_fkey FOREIGN KEY (community_id, corrects) REFERENCES themes.meetings(community_id, id),
  constraint meetings_expected_check CHECK (((expected >= 1) AND (expected <= 100000))),
  constraint meetings_kind_check CHECK ((kind = ANY (ARRAY['assembly'::text, 'representatives'::text, 'consultation'::text]))),
  constraint meetings_minutes_check CHECK (((length(minutes) >= 2) AND (length(minutes) <= 4000))),
  constraint meetings_notice_how_check CHECK (((length(notice_how) >= 2) AND (length(notice_how) <= 300))),
  constraint meetings_pkey PRIMARY KEY (community_id, id),
  constraint meetings_place_check CHECK (((length(place) >= 2) AND (length(place) <= 120))),
  constraint meetings_points_for_check CHECK ((jsonb_typeof(points_for) = 'array'::text)),
  constraint meetings_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES people.people(id)
);
CREATE INDEX meetings_choice ON themes.meetings USING btree (community_id, choice_id);
CREATE UNIQUE INDEX meetings_corrected ON themes.meetings USING btree (community_id, corrects);
alter table themes.meetings enable row level security;
create policy read_meetings for select using ((EXISTS ( SELECT
   FROM themes.choices c
  WHERE ((c.community_id = meetings.community_id) AND (c.id = meetings.choice_id)))));
create policy write_meetings for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- How a theme went from state to state, by whom and why. Append-only.
create table themes.states (
  community_id bigint not null,
  theme_id uuid not null,
  n smallint not null,
  state text not null,
  on_day date not null,
  reason text not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint states_by_fkey FOREIGN KEY (by) REFERENCES people.people(id),
  constraint states_community_id_theme_id_fkey FOREIGN KEY (community_id, theme_id) REFERENCES themes.themes(community_id, id),
  constraint states_n_check CHECK ((n >= 1)),
  constraint states_pkey PRIMARY KEY (community_id, theme_id, n),
  constraint states_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint states_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'pilot'::text, 'running'::text, 'evaluated'::text, 'continued'::text, 'ended'::text])))
);
alter table themes.states enable row level security;
create policy read_states for select using ((kit.scope() <> ''::text));
create policy write_states for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- A community's theme after its decision: what it promises, the circle it rests on, where it stands, and from whom its practice was adopted (adopted holds that practice as it was then). state sums up themes.states.
create table themes.themes (
  community_id bigint not null,
  id uuid not null,
  decision_id uuid not null,
  kind_code text not null,
  name_zh text not null,
  name_en text not null,
  promise text,
  circle text,
  state text not null,
  started_on date,
  from_community bigint,
  from_theme uuid,
  adopted jsonb,
  adopted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint themes_check CHECK (((from_theme IS NULL) = (adopted IS NULL))),
  constraint themes_check1 CHECK (((state = 'prepared'::text) OR (state = 'ended'::text) OR ((promise IS NOT NULL) AND (circle IS NOT NULL) AND (started_on IS NOT NULL)))),
  constraint themes_circle_check CHECK (((length(circle) >= 2) AND (length(circle) <= 500))),
  constraint themes_community_id_decision_id_fkey FOREIGN KEY (community_id, decision_id) REFERENCES themes.decisions(community_id, id),
  constraint themes_community_id_fkey FOREIGN KEY (community_id) REFERENCES places.areas(id),
  constraint themes_from_community_from_theme_fkey FOREIGN KEY (from_community, from_theme) REFERENCES themes.themes(community_id, id),
  constraint themes_name_en_check CHECK (((length(name_en) >= 1) AND (length(name_en) <= 80))),
  constraint themes_name_zh_check CHECK (((length(name_zh) >= 1) AND (length(name_zh) <= 40))),
  constraint themes_pkey PRIMARY KEY (community_id, id),
  constraint themes_promise_check CHECK (((length(promise) >= 2) AND (length(promise) <= 500))),
  constraint themes_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'pilot'::text, 'running'::text, 'evaluated'::text, 'continued'::text, 'ended'::text])))
);
CREATE INDEX themes_from ON themes.themes USING btree (from_community, from_theme) WHERE (from_theme IS NOT NULL);
CREATE UNIQUE INDEX themes_id ON themes.themes USING btree (id);
CREATE UNIQUE INDEX themes_live ON themes.themes USING btree (community_id) WHERE (state <> 'ended'::text);
alter table themes.themes enable row level security;
create policy change_themes for update using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy read_themes for select using ((kit.scope() <> ''::text));
create policy write_themes for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select, update (adopted), update (adopted_at), update (circle), update (decision_id), update (from_community), update (from_theme), update (promise), update (started_on), update (state) to linli_app;

-- What residents propose, say and object. No name, number or address is asked: whoever writes gets a number and a secret. Held until somebody has looked; what is not shown has a reason its author can read.
create table themes.voices (
  community_id bigint not null,
  id uuid not null,
  choice_id uuid not null,
  kind text not null,
  theme text,
  text text not null,
  channel text not null,
  meeting_id uuid,
  entered_by uuid,
  secret_hash bytea,
  said_at timestamp with time zone not null,
  shown_at timestamp with time zone,
  withheld_at timestamp with time zone,
  withheld_why text,
  looked_by uuid,
  constraint voices_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'assisted'::text, 'meeting'::text]))),
  constraint voices_check CHECK (((shown_at IS NULL) OR (withheld_at IS NULL))),
  constraint voices_check1 CHECK (((withheld_at IS NULL) = (withheld_why IS NULL))),
  constraint voices_check2 CHECK (((channel = 'web'::text) = (entered_by IS NULL))),
  constraint voices_community_id_choice_id_fkey FOREIGN KEY (community_id, choice_id) REFERENCES themes.choices(community_id, id),
  constraint voices_community_id_meeting_id_fkey FOREIGN KEY (community_id, meeting_id) REFERENCES themes.meetings(community_id, id),
  constraint voices_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES people.people(id),
  constraint voices_kind_check CHECK ((kind = ANY (ARRAY['proposal'::text, 'comment'::text, 'objection'::text]))),
  constraint voices_looked_by_fkey FOREIGN KEY (looked_by) REFERENCES people.people(id),
  constraint voices_pkey PRIMARY KEY (community_id, id),
  constraint voices_secret_hash_check CHECK ((length(secret_hash) = 32)),
  constraint voices_text_check CHECK (((length(text) >= 2) AND (length(text) <= 500))),
  constraint voices_theme_check CHECK (((length(theme) >= 1) AND (length(theme) <= 40))),
  constraint voices_withheld_why_check CHECK (((length(withheld_why) >= 2) AND (length(withheld_why) <= 500)))
);
CREATE INDEX voices_choice ON themes.voices USING btree (community_id, choice_id, said_at);
alter table themes.voices enable row level security;
create policy change_voices for update using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy read_voices for select using (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
create policy write_voices for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id) OR ((kit.scope() = 'intake'::text) AND (channel = 'web'::text) AND (shown_at IS NULL))));
grant insert, select, update (looked_by), update (shown_at), update (withheld_at), update (withheld_why) to linli_app;

-- How much need, resources and structure weigh, in hundredths, and how far "within reach" is. Append-only: the latest row of the nearest area holds; area null is everywhere.
create table themes.weightings (
  id bigint generated as identity not null,
  area_id bigint,
  need smallint not null,
  resources smallint not null,
  structure smallint not null,
  metres integer not null,
  valid_from date not null,
  reason text not null,
  changed_by uuid,
  entered_at timestamp with time zone not null default now(),
  constraint weightings_area_id_fkey FOREIGN KEY (area_id) REFERENCES places.areas(id),
  constraint weightings_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES people.people(id),
  constraint weightings_check CHECK ((((need + resources) + structure) = 100)),
  constraint weightings_metres_check CHECK (((metres >= 100) AND (metres <= 20000))),
  constraint weightings_need_check CHECK (((need >= 0) AND (need <= 100))),
  constraint weightings_pkey PRIMARY KEY (id),
  constraint weightings_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500))),
  constraint weightings_resources_check CHECK (((resources >= 0) AND (resources <= 100))),
  constraint weightings_structure_check CHECK (((structure >= 0) AND (structure <= 100)))
);
CREATE UNIQUE INDEX weightings_once ON themes.weightings USING btree (area_id, valid_from, entered_at) NULLS NOT DISTINCT;
grant insert, select to linli_app;

-- Other weights somebody tried and wants remembered, by name and with a reason. Never evidence. Append-only.
create table themes.what_ifs (
  community_id bigint not null,
  id uuid not null,
  choice_id uuid not null,
  name text not null,
  reason text not null,
  weights jsonb not null,
  ranking jsonb not null,
  by uuid not null,
  at timestamp with time zone not null,
  constraint what_ifs_by_fkey FOREIGN KEY (by) REFERENCES people.people(id),
  constraint what_ifs_community_id_choice_id_fkey FOREIGN KEY (community_id, choice_id) REFERENCES themes.choices(community_id, id),
  constraint what_ifs_name_check CHECK (((length(name) >= 2) AND (length(name) <= 80))),
  constraint what_ifs_pkey PRIMARY KEY (community_id, id),
  constraint what_ifs_reason_check CHECK (((length(reason) >= 2) AND (length(reason) <= 500)))
);
CREATE INDEX what_ifs_choice ON themes.what_ifs USING btree (community_id, choice_id, at);
alter table themes.what_ifs enable row level security;
create policy read_what_ifs for select using ((EXISTS ( SELECT
   FROM themes.choices c
  WHERE ((c.community_id = what_ifs.community_id) AND (c.id = what_ifs.choice_id)))));
create policy write_what_ifs for insert with check (((kit.scope() = 'job'::text) OR themes.covers(community_id)));
grant insert, select to linli_app;

-- Sessions not cancelled and the person-times counted at them, per community, local day and theme. Days to come are in it: whoever counts what took place asks up to yesterday or now.
create view activities.for_cockpit (
  community_id bigint,
  day date,
  theme_id uuid,
  sessions bigint,
  counted bigint,
  person_times bigint,
  minutes bigint
);
grant select to linli_app;

-- Minutes a room is taken on a local day: the numerator of 场地利用率. The denominator follows from the opening hours.
create view activities.room_minutes (
  community_id bigint,
  room_id uuid,
  day date,
  minutes integer
);
grant select to linli_app;

-- What the week may show of a booking: when, where, which group, and its title if it has one. Never who borrowed.
create view activities.shown_bookings (
  community_id bigint,
  id uuid,
  room_id uuid,
  group_id uuid,
  title_zh text,
  by_kind text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone
);
grant select to linli_app;

-- Public matters, public columns. Read by the open door and Open311; lon and lat leave the server only as precisely as the category allows.
create view cases.public_cases (
  community_id bigint,
  id uuid,
  number text,
  state text,
  category text,
  category_class text,
  urgent boolean,
  tier text,
  round smallint,
  filed_area_id bigint,
  filed_path text,
  grid_id bigint,
  reported_at timestamp with time zone,
  filed_at timestamp with time zone,
  last_at timestamp with time zone,
  due_at timestamp with time zone,
  shown_clock smallint,
  lon double precision,
  lat double precision,
  closed_at timestamp with time zone
);
grant select to linli_app;

-- The countdown everybody may see.
create view cases.public_clocks (
  community_id bigint,
  case_id uuid,
  serial smallint,
  kind text,
  round smallint,
  limit_kind text,
  amount numeric,
  started_at timestamp with time zone,
  pauses jsonb,
  extensions jsonb,
  due_at timestamp with time zone,
  remaining_seconds integer,
  calendar_version text,
  ended_at timestamp with time zone,
  overdue_at timestamp with time zone
);
grant select to linli_app;

-- The public timeline: what happened, in which post, never who and never in a reporter's words.
create view cases.public_entries (
  community_id bigint,
  case_id uuid,
  version integer,
  round smallint,
  move text,
  at timestamp with time zone,
  from_state text,
  to_state text,
  role text,
  facts jsonb,
  reason text
);
grant select to linli_app;

-- Grants that were not revoked, dates still to be judged, with the facts of their area.
create view people.held with (security_invoker=true) (
  id bigint,
  person_id uuid,
  role text,
  area_id bigint,
  area_path text,
  area_level text,
  area_code text,
  area_name text,
  area_name_en text,
  time_zone text,
  unit_id bigint,
  valid_from date,
  valid_to date,
  through_section boolean
);
grant select to linli_app;

-- API tokens with the facts of their area.
create view people.placed_tokens with (security_invoker=true) (
  id uuid,
  token_hash bytea,
  name text,
  scopes text[],
  area_id bigint,
  valid_from date,
  valid_to date,
  demo boolean,
  created_by uuid,
  created_at timestamp with time zone,
  revoked_by uuid,
  revoked_at timestamp with time zone,
  area_path text,
  area_code text,
  time_zone text
);
grant select to linli_app;

-- Plain sums for the cockpit: sheets handed out and answered, by survey.
create view surveys.for_cockpit (
  community_id bigint,
  survey_id uuid,
  state text,
  opens_on date,
  closes_on date,
  answers_by text,
  distributed bigint,
  answered bigint
);
grant select to linli_app;

-- The theme each community has now, and where it stands.
create view themes.for_cockpit (
  community_id bigint,
  theme_id uuid,
  kind_code text,
  name_zh text,
  name_en text,
  state text,
  started_on date
);
grant select to linli_app;

-- What was looked at and is shown, with the last answer; no column says who wrote or entered it.
create view themes.public_voices with (security_barrier=true) (
  community_id bigint,
  id uuid,
  choice_id uuid,
  kind text,
  theme text,
  text text,
  channel text,
  said_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone
);
grant select to linli_app;

create function activities.kept_paths() returns text[] language sql stable;

create function cases.came_before(of_category text, of_address text, of_lon double precision, of_lat double precision, since timestamp with time zone, until timestamp with time zone) returns boolean language plpgsql stable security definer set search_path=pg_catalog, pg_temp
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
end;

create function cases.demand_proof() returns trigger language plpgsql volatile
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
end;

create function cases.reaches(community bigint, case_id uuid) returns boolean language plpgsql stable
declare
  -- Everything the answer depends on but the case's own row: who asks, with what subtrees, units or secret.
  asked text := concat_ws('|', case_id, community, current_setting('app.scope', true), current_setting('app.roots', true),
                          current_setting('app.units', true), current_setting('app.voice', true));
begin
  if current_setting('app.reached', true) = asked then
    return true;
  end if;
  if not exists (select from cases.cases c where c.community_id = community and c.id = reaches.case_id) then
    return false;
  end if;
  perform set_config('app.reached', asked, true);
  return true;
end;

create function kit.actor() returns text language sql stable;

create function kit.add_job(task text, payload json, job_key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, queue text DEFAULT NULL::text) returns void language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
begin
  perform graphile_worker.add_job(
    task,
    payload,
    queue_name => queue,
    run_at     => run_at,
    job_key    => job_key
  );
end;

create function kit.covers(path text) returns boolean language sql stable;

create function kit.in_units(ids bigint[]) returns boolean language sql stable;

create function kit.person() returns uuid language sql stable;

create function kit.roots() returns text[] language sql stable;

create function kit.scope() returns text language sql stable;

create function kit.units() returns bigint[] language sql stable;

create function kit.voice() returns text language sql stable;

create function notices.board_paths() returns text[] language sql stable;

create function notices.day_at(community bigint) returns date language sql stable;

create function patrols.is_mine(community bigint) returns boolean language sql stable;

create function people.raise_version() returns trigger language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
begin
  update people.versions set version = version + 1 where topic = coalesce(tg_argv[0], 'roster');
  perform pg_notify('people', coalesce(tg_argv[0], 'roster'));
  return null;
end;

create function people.tell_person() returns trigger language plpgsql volatile set search_path=pg_catalog, pg_temp
begin
  perform pg_notify('person', coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]);
  return null;
end;

create function places.name_redrawn(redrawing uuid) returns void language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
declare
  r places.redrawings;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  insert into places.former_names (area_id, name, until)
  select a.id, a.name, r.begins_on
    from jsonb_to_recordset(r.plan -> 'renames') as n (id bigint, name text, "nameEn" text)
    join places.areas a on a.id = n.id and a.parent_id = r.area_id and a.name <> n.name
      on conflict (area_id, until) do nothing;
  update places.areas a
     set name = n.name,
         name_en = n."nameEn"
    from jsonb_to_recordset(r.plan -> 'renames') as n (id bigint, name text, "nameEn" text)
   where a.id = n.id
     and a.parent_id = r.area_id;
end;

create function places.put_in_force(redrawing uuid) returns void language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
declare
  r places.redrawings;
  c places.areas;
  old places.areas;
  heir places.areas;
  m record;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  select * into strict c from places.areas where id = r.area_id;
  insert into places.areas (tree, code, name, name_en, level, parent_id, time_zone, valid_from)
  select c.tree, g.code, g.name, g."nameEn", 'grid', c.id, c.time_zone, r.begins_on
    from jsonb_to_recordset(r.plan -> 'begins') as g (code text, name text, "nameEn" text);
  update places.boundaries b
     set valid_to = r.begins_on
    from places.areas a, jsonb_array_elements_text((r.plan -> 'ends') || (r.plan -> 'moves')) as e (id)
   where a.id = e.id::bigint
     and a.parent_id = c.id
     and b.area_id = a.id
     and b.valid_from < r.begins_on
     and b.valid_to is null;
  update places.areas a
     set valid_to = r.begins_on
    from jsonb_array_elements_text(r.plan -> 'ends') as e (id)
   where a.id = e.id::bigint
     and a.parent_id = c.id
     and a.level = 'grid'
     and a.valid_to is null;
  insert into places.boundaries (area_id, valid_from, geometry, west, south, east, north, schematic, source)
  select a.id, r.begins_on, o.geometry, o.west, o.south, o.east, o.north, o.schematic, o.source
    from jsonb_to_recordset(r.plan -> 'outlines') as o (
           code text, geometry jsonb, west float8, south float8, east float8, north float8, schematic boolean, source text)
    join places.areas a on a.code = o.code and a.parent_id = c.id and a.valid_to is null;
  insert into places.successions (area_id, successor_id, since, heir, redrawing_id)
  select s.ended, a.id, r.begins_on, s.heir, r.id
    from jsonb_to_recordset(r.plan -> 'successions') as s (ended bigint, code text, heir boolean)
    join places.areas a on a.code = s.code and a.parent_id = c.id and a.valid_to is null;
  -- What lies whole in one of the next grids goes along to it, with its outline; what is cut ends, and that grid takes over.
  for m in
    select g.id, g.code, g.grid
      from jsonb_to_recordset(coalesce(r.plan -> 'micro', '[]')) as g (id bigint, code text, grid text)
  loop
    select a.* into strict heir from places.areas a where a.code = m.grid and a.parent_id = c.id and a.valid_to is null;
    select a.* into strict old
      from places.areas a
      join jsonb_array_elements_text(r.plan -> 'ends') as e (id) on e.id::bigint = a.parent_id
     where a.id = m.id
       and a.valid_to is null;
    update places.areas set valid_to = r.begins_on where id = old.id;
    update places.boundaries set valid_to = r.begins_on where area_id = old.id and valid_to is null;
    if m.code is not null then
      insert into places.areas (tree, code, name, name_en, level, kind, parent_id, time_zone, valid_from)
      values (old.tree, m.code, old.name, old.name_en, old.level, old.kind, heir.id, old.time_zone, r.begins_on)
      returning * into heir;
      insert into places.boundaries (area_id, valid_from, geometry, west, south, east, north, schematic, source)
      select heir.id, r.begins_on, b.geometry, b.west, b.south, b.east, b.north, b.schematic, b.source
        from places.boundaries b
       where b.area_id = old.id
         and b.valid_to = r.begins_on;
    end if;
    insert into places.successions (area_id, successor_id, since, heir, redrawing_id)
    values (old.id, heir.id, r.begins_on, true, r.id);
  end loop;
end;

create function places.raise_version() returns trigger language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
begin
  update places.versions set version = version + 1 where topic = tg_argv[0];
  perform pg_notify('places', tg_argv[0]);
  return null;
end;

create function places.take_back(redrawing uuid) returns boolean language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
declare
  r places.redrawings;
  m record;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  for m in
    select g.id, s.successor_id, g.code is not null as goes_on
      from jsonb_to_recordset(coalesce(r.plan -> 'micro', '[]')) as g (id bigint, code text, grid text)
      join places.successions s on s.area_id = g.id and s.redrawing_id = r.id
  loop
    delete from places.successions where area_id = m.id and redrawing_id = r.id;
    if m.goes_on then
      delete from places.boundaries where area_id = m.successor_id;
      delete from places.areas where id = m.successor_id and valid_from = r.begins_on;
    end if;
    update places.areas set valid_to = null where id = m.id and valid_to = r.begins_on;
    update places.boundaries set valid_to = null where area_id = m.id and valid_to = r.begins_on;
  end loop;
  delete from places.successions where redrawing_id = r.id;
  delete from places.boundaries b
   using places.areas a
   where a.parent_id = r.area_id
     and b.area_id = a.id
     and b.valid_from = r.begins_on
     and a.code in (select o.code from jsonb_to_recordset(r.plan -> 'outlines') as o (code text));
  delete from places.areas a
   where a.parent_id = r.area_id
     and a.valid_from = r.begins_on
     and a.code in (select g.code from jsonb_to_recordset(r.plan -> 'begins') as g (code text));
  update places.areas a
     set valid_to = null
    from jsonb_array_elements_text(r.plan -> 'ends') as e (id)
   where a.id = e.id::bigint
     and a.parent_id = r.area_id
     and a.valid_to = r.begins_on;
  update places.boundaries b
     set valid_to = null
    from places.areas a, jsonb_array_elements_text((r.plan -> 'ends') || (r.plan -> 'moves')) as e (id)
   where a.id = e.id::bigint
     and a.parent_id = r.area_id
     and b.area_id = a.id
     and b.valid_to = r.begins_on;
  return true;
exception
  when foreign_key_violation then return false;
end;

create function places.write_path() returns trigger language plpgsql volatile
declare
  above       places.areas;
  above_level places.levels;
  own         places.levels;
begin
  if tg_op = 'UPDATE' and (new.id, new.parent_id, new.tree, new.level) is distinct from (old.id, old.parent_id, old.tree, old.level) then
    raise exception 'area % keeps its place in the tree: end it and add another', old.code;
  end if;
  if new.parent_id is null then
    new.path := '/' || new.id || '/';
    return new;
  end if;
  select * into strict above from places.areas where id = new.parent_id;
  select * into strict above_level from places.levels where tree = above.tree and level = above.level;
  select * into strict own         from places.levels where tree = new.tree   and level = new.level;
  if own.tree <> above_level.tree or own.ordinal <= above_level.ordinal or
     (not own.skips and exists (select from places.levels between_them
                                 where between_them.tree = own.tree
                                   and between_them.ordinal > above_level.ordinal
                                   and between_them.ordinal < own.ordinal)) then
    raise exception 'area % (%) cannot lie under % (%)', new.code, new.level, above.code, above.level;
  end if;
  new.path := above.path || new.id || '/';
  return new;
end;

create function surveys.blur_photos(hashes text[], today date) returns void language sql volatile set search_path=pg_catalog, pg_temp
  update files.files set created_at = today, claimed_at = today where hash = any (hashes);

create function surveys.covers(survey uuid) returns boolean language sql stable security definer set search_path=pg_catalog, pg_temp;

create function surveys.is_public(survey uuid) returns boolean language sql stable security definer set search_path=pg_catalog, pg_temp;

create function surveys.keep_opened() returns trigger language plpgsql volatile
begin
  if old.opened_at is not null then
    raise exception 'version % has been opened and is never edited: make another', old.version;
  end if;
  return new;
end;

create function surveys.mix(today date) returns integer language plpgsql volatile security definer set search_path=pg_catalog, pg_temp
declare
  lot   record;
  total integer := 0;
begin
  if kit.scope() <> 'job' then
    raise exception 'only a job mixes sheets';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('surveys.mix', 0));
  for lot in
    select i.community_id, i.survey_id, i.version, i.grid_id
      from surveys.inbox i
      join surveys.surveys s on s.community_id = i.community_id and s.id = i.survey_id
     where s.state = 'OPEN'
     group by i.community_id, i.survey_id, i.version, i.grid_id, s.mix_min
    having count(*) >= s.mix_min
  loop
    total := total + surveys.mix_group(lot.community_id, lot.survey_id, lot.version, lot.grid_id, today);
    perform surveys.shuffle_codes(lot.community_id, lot.survey_id);
  end loop;
  for lot in
    select s.community_id, s.id as survey_id, s.mix_min
      from surveys.surveys s
     where s.state = 'CLOSED'
       and (s.mixed_on is null
            or exists (select from surveys.inbox i where i.community_id = s.community_id and i.survey_id = s.id))
  loop
    total := total + surveys.mix_closed(lot.community_id, lot.survey_id, lot.mix_min, today);
    update surveys.surveys set mixed_on = today where community_id = lot.community_id and id = lot.survey_id;
    perform surveys.shuffle_codes(lot.community_id, lot.survey_id);
  end loop;
  return total;
end;

create function surveys.mix_closed(community bigint, survey uuid, fewest integer, today date) returns integer language plpgsql volatile set search_path=pg_catalog, pg_temp
declare
  moved integer;
begin
  create temp table left_over on commit drop as
    select version, channel, grid_id, answered_on, answers from surveys.inbox where false;
  with taken as (
    delete from surveys.inbox where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  get diagnostics moved = row_count;
  with taken as (
    delete from surveys.answers where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  -- Of all of them: an earlier day would say with which lot a photo came.
  perform surveys.blur_photos(
    (select array_agg(hash) from pg_temp.left_over l, unnest(surveys.photos_in(l.answers)) hash), today);
  -- Too few to be named, and where those together are still too few, the next smallest grid with them.
  with sizes as (
    select version, grid_id, count(*) as n, grid_id is null or count(*) < fewest as small
      from pg_temp.left_over
     group by version, grid_id),
  ranked as (
    select version,
           grid_id,
           small,
           coalesce(sum(n) filter (where small) over (partition by version), 0) as hidden,
           row_number() over (partition by version, small order by n, grid_id)  as nth
      from sizes),
  named as (
    select version, grid_id
      from ranked
     where not small
       and not (hidden between 1 and fewest - 1 and nth = 1))
  insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
  select community, survey, gen_random_uuid(), l.version, l.channel, n.grid_id, today, l.answers
    from pg_temp.left_over l
    left join named n on n.version = l.version and n.grid_id = l.grid_id
   order by gen_random_uuid();
  drop table pg_temp.left_over;
  return moved;
end;

create function surveys.mix_group(community bigint, survey uuid, of_version integer, grid bigint, today date) returns integer language plpgsql volatile set search_path=pg_catalog, pg_temp
declare
  moved  integer;
  photos text[];
begin
  with taken as (
    delete from surveys.inbox
     where community_id = community and survey_id = survey and version = of_version and grid_id is not distinct from grid
    returning *),
  mixed as (
    insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
    select community_id, survey_id, gen_random_uuid(), version, channel, grid_id, coalesce(answered_on, today), answers
      from taken
     order by gen_random_uuid()
    returning answers)
  select count(*), (select array_agg(hash) from mixed m, unnest(surveys.photos_in(m.answers)) hash)
    into moved, photos
    from mixed;
  perform surveys.blur_photos(photos, today);
  return moved;
end;

create function surveys.photos_in(answers jsonb) returns text[] language sql immutable set search_path=pg_catalog, pg_temp
  select coalesce(array_agg(value #>> '{}'), '{}')
    from jsonb_path_query(answers, 'strict $.**') value
   where jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{64}$';

create function surveys.photos_used(hashes text[]) returns text[] language plpgsql stable security definer set search_path=pg_catalog, pg_temp
begin
  if kit.scope() <> 'job' then
    raise exception 'only a job asks which photos are answers';
  end if;
  return (
    select coalesce(array_agg(distinct h), '{}')
      from unnest(hashes) h
     where exists (select from surveys.answers a where h = any (surveys.photos_in(a.answers)))
        or exists (select from surveys.inbox i where h = any (surveys.photos_in(i.answers)))
        or exists (select from surveys.paper p where h = any (surveys.photos_in(p.answers))));
end;

create function surveys.shuffle_codes(community bigint, survey uuid) returns void language sql volatile set search_path=pg_catalog, pg_temp
  with taken as (
    delete from surveys.codes
     where community_id = community and survey_id = survey and used
    returning *)
  insert into surveys.codes (community_id, survey_id, code_hash, batch, grid_id, used, void, command_hash)
  select community_id, survey_id, code_hash, batch, grid_id, used, void, command_hash
    from taken
   order by gen_random_uuid();

create function themes.covers(community bigint) returns boolean language sql stable;
