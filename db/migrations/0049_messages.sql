-- What leaves the house for somebody's telephone or mailbox, through the gateways the operator named, and the inbox in
-- which the demo world shows what it would have sent.
create table notices.messages (
  community_id  bigint      not null references places.areas,
  id            uuid        not null,
  channel       text        not null check (channel in ('sms', 'mail')),
  kind          text        not null check (kind ~ '^[a-z][A-Za-z0-9]{1,40}$'),
  cause         text        not null check (length(cause) between 3 and 200),
  to_index      text        not null,
  sealed_message text,
  state         text        not null check (state in ('waiting', 'delivered', 'failed', 'expired')),
  tries         smallint    not null default 0 check (tries >= 0),
  next_try_at   timestamptz,
  claimed_until timestamptz,
  last_status   smallint,
  last_error    text        check (length(last_error) <= 200),
  created_at    timestamptz not null,
  expires_at    timestamptz not null check (expires_at > created_at),
  ended_at      timestamptz,
  primary key (community_id, id),
  constraint messages_told_once unique (community_id, to_index, cause),
  check ((state = 'waiting') = (next_try_at is not null)),
  check ((state = 'waiting') = (sealed_message is not null)),
  check ((state = 'waiting') = (ended_at is null))
);
comment on table notices.messages is
  'One message to one telephone or mailbox; its id is the idempotency key at the gateway. Address and words are sealed, and '
  'gone once it was delivered or given up. Written by whoever has something to tell, tried by a job, removed after thirty days.';
comment on column notices.messages.cause is 'Names what happened: the same cause never reaches the same address twice.';
create index messages_due   on notices.messages (next_try_at) where state = 'waiting';
create index messages_sent  on notices.messages (channel, ended_at) where state = 'delivered';
create index messages_ended on notices.messages (ended_at) where ended_at is not null;

create table notices.demo_inbox (
  id        bigint      generated always as identity primary key,
  message   uuid        not null unique,
  channel   text        not null check (channel in ('sms', 'mail')),
  shown_to  text        not null,
  subject   text,
  body      text        not null,
  headers   jsonb       not null,
  at        timestamptz not null
);
comment on table notices.demo_inbox is
  'What the demo world would have sent, newest two hundred; addresses are masked. Empty anywhere else: written only where '
  'the keys are those of the demo and the server listens on this machine alone.';

alter table notices.messages   enable row level security;
alter table notices.demo_inbox enable row level security;
create policy job_all on notices.messages   to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on notices.demo_inbox to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert, delete on notices.messages, notices.demo_inbox to linli_app;
grant update (sealed_message, state, tries, next_try_at, claimed_until, last_status, last_error, ended_at) on notices.messages to linli_app;
