-- What the system tells a person: an inbox. Gateways for SMS and mail will read the same rows.

create schema notices;
comment on schema notices is 'Who was told what, once.';
grant usage on schema notices to linli_app;

create table notices.notices (
  recipient    uuid        not null references people.people,
  id           bigint      generated always as identity,
  cause        text        not null check (length(cause) between 3 and 200),
  kind         text        not null check (kind ~ '^[a-z][A-Za-z0-9]{1,40}$'),
  community_id bigint      not null references places.areas,
  case_number  text        not null,
  words_zh     text        not null,
  words_en     text        not null,
  urgent       boolean     not null default false,
  at           timestamptz not null,
  read_at      timestamptz,
  primary key (recipient, id),
  unique (recipient, cause)
);
comment on table notices.notices is
  'One row per recipient and cause, written by reactions to the journal and by the job that watches the clocks. The unique '
  'key is why nobody is told twice, however often a job runs (INV 26).';
create index notices_unread on notices.notices (recipient, at desc) where read_at is null;

alter table notices.notices enable row level security;
create policy own on notices.notices
  using ((select kit.scope()) = 'job' or recipient = (select kit.person()));
grant select, insert on notices.notices to linli_app;
grant update (read_at) on notices.notices to linli_app;

-- Where the reactions stand in the journal. A new installation reacts from its first entry on.
insert into kit.settings (name, value) values ('reactions', '"0.0"');
