-- Alerts 订阅提醒: what somebody without an account wants to be told of a place, by mail or text message, until they end it.
create table exchange.alerts (
  community_id    bigint      not null references places.areas,
  id              uuid        not null,
  channel         text        not null check (channel in ('sms', 'mail')),
  address_index   text        not null,
  sealed_contact  text        not null,
  token_hash      bytea       not null check (length(token_hash) = 32),
  code_digest     bytea       check (length(code_digest) = 32),
  tries           smallint    not null default 0 check (tries >= 0),
  area_ids        bigint[]    not null check (cardinality(area_ids) between 1 and 30),
  kinds           text[]      not null check (cardinality(kinds) between 1 and 20),
  topics          text[]      not null default '{}' check (cardinality(topics) <= 30),
  pace            text        not null check (pace in ('now', 'daily', 'weekly')),
  lang            text        not null check (lang in ('zh', 'en')),
  consent_version text        not null check (length(consent_version) between 1 and 20),
  asked_at        timestamptz not null,
  confirmed_at    timestamptz,
  ends_at         timestamptz not null check (ends_at > asked_at),
  reminded_at     timestamptz,
  sent_on         date,
  sent_count      smallint    not null default 0 check (sent_count >= 0),
  primary key (community_id, id),
  check (confirmed_at is not null or code_digest is not null)
);
comment on table exchange.alerts is
  'What one address wants to be told of one community. The address is sealed and found by a keyed digest; unconfirmed after a '
  'day, ended, or not renewed for a year, the row is deleted. Job scope only: no member of staff reads it.';
comment on column exchange.alerts.token_hash is 'Hash of what the link in every message carries: it changes and ends the subscription.';
comment on column exchange.alerts.sent_count is 'Messages of sent_on: one telephone rings only so often a day.';
create unique index alerts_one  on exchange.alerts (community_id, channel, address_index) where confirmed_at is not null;
create index alerts_id          on exchange.alerts (id);
create index alerts_of_address  on exchange.alerts (address_index) where confirmed_at is not null;
create index alerts_ends        on exchange.alerts (ends_at);

create table exchange.alert_items (
  community_id bigint      not null,
  alert_id     uuid        not null,
  item         text        not null check (length(item) between 3 and 120),
  at           timestamptz not null,
  due_at       timestamptz not null,
  primary key (community_id, alert_id, item),
  foreign key (community_id, alert_id) references exchange.alerts on delete cascade
);
comment on table exchange.alert_items is
  'What waits to be told to one subscription, named and not described. Written by the follower in the transaction that moves '
  'its position, removed by the one that writes the message: whoever has nothing waiting costs nothing.';
create index alert_items_due on exchange.alert_items (due_at);

create table exchange.alert_board (
  community_id bigint   not null,
  post_id      uuid     not null,
  version      smallint not null,
  primary key (community_id, post_id),
  foreign key (community_id, post_id) references notices.board
);
comment on table exchange.alert_board is 'Up to which version a notice was told to whoever subscribed.';

alter table exchange.alerts      enable row level security;
alter table exchange.alert_items enable row level security;
alter table exchange.alert_board enable row level security;
create policy job_all on exchange.alerts      to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.alert_items to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.alert_board to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert, update, delete on exchange.alerts, exchange.alert_items, exchange.alert_board to linli_app;

insert into kit.settings (name, value) values ('follow.alerts', '{"tx": "0", "seq": 0}');
