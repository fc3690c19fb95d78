-- Other Open311 servers to which cases of ours are sent: where they are, what was sent, what was heard of it, and what we
-- still have to tell them.
create table exchange.remotes (
  id             uuid        primary key,
  area_id        bigint      not null references places.areas,
  unit_id        bigint      not null references people.units,
  name           text        not null check (length(name) between 1 and 80),
  url            text        not null check (url ~ '^https?://' and length(url) <= 500),
  jurisdiction   text        check (length(jurisdiction) between 1 and 100),
  sealed_key     text,
  sends          text[]      not null default '{}' check (sends <@ array['words', 'address', 'exactPlace']),
  services       jsonb       not null check (jsonb_typeof(services) = 'object'),
  offered        jsonb       not null default '[]' check (jsonb_typeof(offered) = 'array'),
  token_id       uuid        references people.tokens,
  created_by     uuid        references people.people,
  created_at     timestamptz not null,
  failing_since  timestamptz,
  last_error     text,
  heard_at       timestamptz,
  polled_at      timestamptz,
  polled_to      timestamptz,
  has_updates    boolean     not null default true,
  ended_at       timestamptz,
  ended_by       uuid        references people.people
);
comment on table exchange.remotes is
  'Another Open311 server that stands for a unit of ours. Kept by whoever keeps the exchange of the area; the sender writes how it goes.';
comment on column exchange.remotes.sends is 'What is sent beside category, area, number and the public place. Never names or telephone numbers.';
comment on column exchange.remotes.services is 'Categories of ours, or their beginnings, to their service codes.';
comment on column exchange.remotes.token_id is 'The token under which that system may post updates itself.';
comment on column exchange.remotes.polled_to is 'By their clock: the latest update we have read.';
create unique index remote_of_unit on exchange.remotes (unit_id) where ended_at is null;
create index remote_area on exchange.remotes (area_id);

create table exchange.remote_requests (
  community_id  bigint      not null references places.areas,
  id            uuid        not null,
  remote_id     uuid        not null references exchange.remotes,
  case_number   text        not null,
  leg           smallint    not null,
  reference     text        not null,
  service       text,
  form          jsonb,
  state         text        not null check (state in ('waiting', 'sent', 'settled', 'refused', 'failed', 'withdrawn', 'done')),
  wanted        boolean     not null default true,
  token         text,
  remote_number text,
  tries         smallint    not null default 0,
  next_try_at   timestamptz,
  claimed_until timestamptz,
  troubled      boolean     not null default false,
  last_error    text,
  created_at    timestamptz not null,
  asked_at      timestamptz,
  sent_at       timestamptz,
  heard_at      timestamptz,
  ended_at      timestamptz,
  primary key (community_id, id),
  check ((state = 'waiting') = (next_try_at is not null)),
  check (state not in ('sent', 'settled', 'done') or remote_number is not null or token is not null)
);
comment on table exchange.remote_requests is
  'A piece of work of ours at another server, from the dispatch on. Removed ninety days after it ended.';
comment on column exchange.remote_requests.reference is 'Our number of it: asked for before anything is sent a second time.';
comment on column exchange.remote_requests.wanted is 'False once the work lies elsewhere: what arrived there all the same is withdrawn.';
-- A piece of work is sent once, whatever the follower looks at.
create unique index remote_request_of_leg on exchange.remote_requests (community_id, case_number, leg);
create index remote_requests_due on exchange.remote_requests (next_try_at) where state = 'waiting';
create index remote_requests_of_remote on exchange.remote_requests (remote_id, created_at desc, id);
create index remote_requests_of_case on exchange.remote_requests (case_number);

create table exchange.remote_steps (
  community_id bigint      not null,
  request_id   uuid        not null,
  step         text        not null,
  status       text        check (status in ('open', 'closed')),
  heard_at     timestamptz not null,
  primary key (community_id, request_id, step),
  foreign key (community_id, request_id) references exchange.remote_requests (community_id, id) on delete cascade
);
comment on table exchange.remote_steps is 'What was heard of a request, each once; its words stand in the journal of the case.';

create table exchange.remote_words (
  community_id  bigint      not null,
  id            uuid        not null,
  request_id    uuid        not null,
  cause         text        not null,
  status        text        not null check (status in ('open', 'closed')),
  words         text        not null,
  state         text        not null check (state in ('waiting', 'sent', 'refused', 'failed')),
  tries         smallint    not null default 0,
  next_try_at   timestamptz,
  claimed_until timestamptz,
  last_error    text,
  created_at    timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, request_id) references exchange.remote_requests (community_id, id) on delete cascade,
  check ((state = 'waiting') = (next_try_at is not null))
);
comment on table exchange.remote_words is 'What we tell the other server of a request: checked and passed, not good enough, no longer needed.';
create unique index remote_words_once on exchange.remote_words (community_id, request_id, cause);
create index remote_words_due on exchange.remote_words (next_try_at) where state = 'waiting';

-- Secrets of webhooks change with the keys as all that is sealed does: their place is named by columns of their own row.
alter table exchange.webhook_secrets rename column sealed to sealed_secret;
alter table exchange.webhook_secrets add column area_id bigint references places.areas;
update exchange.webhook_secrets s set area_id = w.area_id from exchange.webhooks w where w.id = s.webhook_id;
alter table exchange.webhook_secrets alter column area_id set not null;
grant update (sealed_secret) on exchange.webhook_secrets to linli_app;

-- Where the follower stands; carried over by backup and restore as every `follow.` is.
insert into kit.settings (name, value) values ('follow.remotes', '{"tx": "0", "seq": 0}');

-- The number another system knows a case by is asked for alone.
create index cases_by_external on cases.cases (external_id) where external_id is not null;

alter table exchange.remotes         enable row level security;
alter table exchange.remote_requests enable row level security;
alter table exchange.remote_steps    enable row level security;
alter table exchange.remote_words    enable row level security;
create policy job_all on exchange.remotes         to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.remote_requests to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.remote_steps    to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.remote_words    to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert on exchange.remotes, exchange.remote_requests, exchange.remote_steps, exchange.remote_words to linli_app;
grant update (name, url, jurisdiction, sealed_key, sends, services, offered, token_id, failing_since, last_error, heard_at,
              polled_at, polled_to, has_updates, ended_at, ended_by) on exchange.remotes to linli_app;
grant update (service, form, state, wanted, token, remote_number, tries, next_try_at, claimed_until, troubled, last_error,
              asked_at, sent_at, heard_at, ended_at) on exchange.remote_requests to linli_app;
grant update (state, tries, next_try_at, claimed_until, last_error) on exchange.remote_words to linli_app;
grant delete on exchange.remote_requests, exchange.remote_steps, exchange.remote_words to linli_app;
