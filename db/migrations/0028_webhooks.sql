-- Telling other systems what happened (Standard Webhooks): who is told, under which secrets, and every delivery.
create schema exchange;
comment on schema exchange is 'What other systems get and send. No facts of the community.';
grant usage on schema exchange to linli_app;

create table exchange.webhooks (
  id            uuid        primary key,
  area_id       bigint      not null references places.areas,
  name          text        not null check (length(name) between 1 and 80),
  url           text        not null check (url ~ '^https?://' and length(url) <= 500),
  kinds         text[]      not null,
  token_id      uuid        references people.tokens,
  created_by    uuid        references people.people,
  created_at    timestamptz not null,
  failing_since timestamptz,
  disabled_at   timestamptz,
  delivered_at  timestamptz,
  ended_at      timestamptz,
  ended_by      uuid        references people.people
);
comment on table exchange.webhooks is
  'An address of another system and what it is told of: public matters of an area, and with the token of a system that '
  'reads cases all of that token''s. Written by whoever keeps the exchange of the area; the follower writes how it goes.';

create table exchange.webhook_secrets (
  webhook_id uuid        not null references exchange.webhooks,
  serial     smallint    not null,
  sealed     text        not null,
  made_at    timestamptz not null,
  ends_at    timestamptz,
  primary key (webhook_id, serial)
);
comment on table exchange.webhook_secrets is
  'Secrets that sign, sealed with the field keys. After a rotation the older one goes on for a day.';

create table exchange.deliveries (
  community_id  bigint      not null references places.areas,
  id            uuid        not null,
  webhook_id    uuid        not null references exchange.webhooks,
  position      text        not null,
  kind          text        not null,
  case_number   text,
  happened_at   timestamptz not null,
  body          text        not null,
  state         text        not null check (state in ('waiting', 'delivered', 'failed', 'missed')),
  tries         smallint    not null default 0,
  next_try_at   timestamptz,
  claimed_until timestamptz,
  last_status   smallint,
  last_error    text,
  delivered_at  timestamptz,
  created_at    timestamptz not null,
  primary key (community_id, id),
  check ((state = 'waiting') = (next_try_at is not null))
);
comment on table exchange.deliveries is
  'One message to one webhook, as it is sent each time: its id never changes, so that a receiver knows a repeat. Removed '
  'after thirty days by a job.';
-- An entry of the journal is told to a webhook once, however often the follower looks.
create unique index deliveries_once on exchange.deliveries (webhook_id, position, community_id);
create index deliveries_due on exchange.deliveries (next_try_at) where state = 'waiting';
create index deliveries_of_webhook on exchange.deliveries (webhook_id, happened_at desc, id);
create index webhook_area on exchange.webhooks (area_id);

create table exchange.told (
  community_id bigint not null references places.areas,
  case_number  text   not null,
  webhook_id   uuid   not null references exchange.webhooks,
  kind         text   not null,
  primary key (community_id, case_number, webhook_id)
);
comment on table exchange.told is
  'What each webhook last heard of a case. Outlives the deliveries, so that a matter that stops being public is taken back '
  'from everybody who was told of it.';

create index told_of_case on exchange.told (case_number);

-- Where the follower stands; carried over by backup and restore as every `follow.` is.
insert into kit.settings (name, value) values ('follow.webhooks', '{"tx": "0", "seq": 0}');

alter table exchange.webhooks        enable row level security;
alter table exchange.webhook_secrets enable row level security;
alter table exchange.deliveries      enable row level security;
alter table exchange.told            enable row level security;
create policy job_all on exchange.webhooks        to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.webhook_secrets to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.deliveries      to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.told            to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert on exchange.told, exchange.webhooks, exchange.webhook_secrets, exchange.deliveries to linli_app;
grant update (failing_since, disabled_at, delivered_at, ended_at, ended_by) on exchange.webhooks to linli_app;
grant update (ends_at) on exchange.webhook_secrets to linli_app;
grant update (state, tries, next_try_at, claimed_until, last_status, last_error, delivered_at) on exchange.deliveries to linli_app;
grant update (kind) on exchange.told to linli_app;
grant delete on exchange.deliveries to linli_app;
