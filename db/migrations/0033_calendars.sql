-- One's own calendar of duty and deadlines, by a secret address that can be ended.
create table exchange.calendars (
  id         uuid        primary key,
  person_id  uuid        not null references people.people,
  token_hash bytea       not null unique,
  made_at    timestamptz not null,
  ended_at   timestamptz
);
comment on table exchange.calendars is
  'Secret addresses of calendars, by hash: whoever has the address reads shifts and deadlines of one person, without contents.';
create unique index calendars_of_person on exchange.calendars (person_id) where ended_at is null;
alter table exchange.calendars enable row level security;
create policy job_all on exchange.calendars to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert on exchange.calendars to linli_app;
grant update (ended_at) on exchange.calendars to linli_app;
