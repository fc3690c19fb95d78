-- An account for a resident who wants one: a telephone number, sealed, and the reports they gathered under it. Nobody needs
-- it. What goes with an account goes by the database itself when the account goes.
create table people.residents (
  id           uuid        primary key,
  phone_index  text        not null unique,
  sealed_phone text        not null,
  sealed_name  text,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null
);
comment on table people.residents is
  'Residents who asked for an account: number and name sealed, found by a keyed digest. Job scope only: no member of staff '
  'reads it. Deleted by its owner, or after two years without a visit; consents, sessions and the list of reports go with it.';
create index residents_seen on people.residents (last_seen_at);

create table people.consents (
  resident_id uuid        not null references people.residents on delete cascade,
  purpose     text        not null check (length(purpose) between 3 and 40),
  version     text        not null check (length(version) between 1 and 20),
  given_at    timestamptz not null,
  primary key (resident_id, purpose, version)
);
comment on table people.consents is 'To which version of which text a resident agreed, and when. The texts stand in core/people/consent.ts.';

create table people.resident_codes (
  id          uuid        primary key,
  phone_index text        not null,
  code_digest bytea       not null check (length(code_digest) = 32),
  made_at     timestamptz not null,
  expires_at  timestamptz not null check (expires_at > made_at),
  tries       smallint    not null default 0 check (tries >= 0),
  used_at     timestamptz
);
comment on table people.resident_codes is
  'Six digits sent to a telephone, as a keyed digest: good once, for five minutes and five tries. Removed after a day.';
create index resident_codes_newest on people.resident_codes (phone_index, made_at desc);
create index resident_codes_made   on people.resident_codes (made_at);

create table people.resident_sessions (
  token_hash   bytea       primary key,
  resident_id  uuid        not null references people.residents on delete cascade,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null check (expires_at > created_at)
);
comment on table people.resident_sessions is 'Browsers on which a resident is signed in: the hash of the cookie, no address. Removed by signing out.';
create index resident_sessions_of on people.resident_sessions (resident_id);

-- How often something was asked for: kept here, so that several processes count together.
create table kit.asks (
  kind text        not null check (length(kind) between 3 and 40),
  key  text        not null,
  id   bigint      generated always as identity,
  at   timestamptz not null,
  primary key (kind, key, id)
);
comment on table kit.asks is
  'When something was asked for that is only given so often: a code for a number, from an address. Keys are keyed digests, '
  'which nothing else keeps. Removed after a day.';
create index asks_at on kit.asks (at);

create table cases.resident_reports (
  community_id  bigint      not null,
  case_id       uuid        not null,
  voice         smallint    not null,
  resident_id   uuid        not null references people.residents on delete cascade,
  sealed_secret text        not null,
  joined_at     timestamptz not null,
  primary key (community_id, case_id, voice, resident_id),
  foreign key (community_id, case_id, voice) references cases.voices
);
comment on table cases.resident_reports is
  'Reports a resident gathered under an account, each by the secret that opens it, sealed. Job scope only: to staff a report '
  'with an account looks like one without.';
create index resident_reports_of on cases.resident_reports (resident_id, joined_at desc);

alter table people.residents         enable row level security;
alter table people.consents          enable row level security;
alter table people.resident_codes    enable row level security;
alter table people.resident_sessions enable row level security;
alter table kit.asks                 enable row level security;
alter table cases.resident_reports   enable row level security;
create policy job_all on people.residents         to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.consents          to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.resident_codes    to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.resident_sessions to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on kit.asks                 to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on cases.resident_reports   to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert, delete on people.residents, people.consents, people.resident_codes, people.resident_sessions, kit.asks to linli_app;
grant update (sealed_phone, sealed_name, last_seen_at) on people.residents to linli_app;
grant update (tries, used_at) on people.resident_codes to linli_app;
grant update (last_seen_at) on people.resident_sessions to linli_app;
grant select, insert, delete on cases.resident_reports to linli_app;
grant update (sealed_secret) on cases.resident_reports to linli_app;
