-- An entry of the journal whose reaction fails waits here, so that the entries behind it do not wait for it.
create table notices.set_aside (
  position     text        primary key check (position ~ '^\d{1,20}\.\d{1,19}$'),
  community_id bigint      not null references places.areas,
  case_number  text        not null,
  version      integer     not null,
  move         text        not null,
  error        text        not null,
  tries        integer     not null check (tries > 0),
  first_at     timestamptz not null,
  next_try_at  timestamptz not null,
  settled_at   timestamptz
);
comment on table notices.set_aside is
  'Entries nobody could be told of yet: the last error, how often it was tried, when next. Settled, never deleted. '
  'Job scope only; linli doctor and /metrics count those that still wait.';
create index set_aside_due on notices.set_aside (next_try_at) where settled_at is null;

alter table notices.set_aside enable row level security;
create policy job_all on notices.set_aside
  using ((select kit.scope()) = 'job')
  with check ((select kit.scope()) = 'job');
grant select, insert, update on notices.set_aside to linli_app;
