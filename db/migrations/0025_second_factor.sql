-- The second factor of an account (RFC 6238): a sealed secret, ten codes for the day the telephone is lost, and a log of
-- what became of them.
create table people.second_factors (
  person_id      uuid        primary key references people.people,
  sealed_secret  text,
  enrolled_at    timestamptz,
  last_step      bigint,
  sealed_pending text,
  begun_at       timestamptz not null,
  check ((sealed_secret is null) = (enrolled_at is null)),
  check (sealed_secret is not null or sealed_pending is not null)
);
comment on table people.second_factors is
  'Secret of an authenticator, sealed with the field keys; last_step is the last time step that was used, so that a code counts once. Job scope only.';
grant select, insert, update, delete on people.second_factors to linli_app;

create table people.recovery_codes (
  person_id uuid        not null references people.people,
  digest    text        not null,
  used_at   timestamptz,
  primary key (person_id, digest)
);
comment on table people.recovery_codes is 'Keyed digests of the ten recovery codes of an account, each good once. Job scope only.';
grant select, insert, delete on people.recovery_codes to linli_app;
grant update (used_at) on people.recovery_codes to linli_app;

create table people.factor_events (
  id        bigint      generated always as identity primary key,
  at        timestamptz not null,
  person_id uuid        not null references people.people,
  by_id     uuid        not null references people.people,
  act       text        not null check (act in ('enrolled', 'ended', 'reset', 'recoveryUsed')),
  reason    text        check (length(reason) between 2 and 300),
  check ((act = 'reset') = (reason is not null))
);
comment on table people.factor_events is 'Append-only: who got, gave up or lost a second factor, and who took it off and why.';
create index factor_events_person on people.factor_events (person_id, at);
grant select, insert on people.factor_events to linli_app;

alter table people.second_factors enable row level security;
alter table people.recovery_codes enable row level security;
alter table people.factor_events  enable row level security;
create policy job_all on people.second_factors to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.recovery_codes to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on people.factor_events  to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');

alter table people.sign_in_attempts drop constraint sign_in_attempts_outcome_check;
alter table people.sign_in_attempts add constraint sign_in_attempts_outcome_check
  check (outcome in ('signed_in', 'wrong', 'locked', 'unknown', 'left', 'code_asked', 'wrong_code'));
