-- Many voices of one matter, and checks after closing: merged and linked cases, call-backs, samples by outsiders.

alter table cases.cases
  add column linked_to   text,
  add column merged      jsonb,
  add column merged_here smallint not null default 0 check (merged_here >= 0),
  add check ((state = 'MERGED') = (merged is not null));
create index cases_merged on cases.cases ((merged ->> 'into')) where merged is not null;
create index cases_linked on cases.cases (linked_to) where linked_to is not null;

alter table cases.rounds
  add column called_at     timestamptz,
  add column called_solved boolean,
  drop constraint rounds_undone_by_check,
  add check (undone_by in ('object', 'reporter', 'supervisor', 'contest', 'neighbour', 'sample'));

create table cases.callbacks (
  community_id bigint      not null,
  case_id      uuid        not null,
  serial       smallint    not null check (serial > 0),
  round        smallint    not null,
  by           text        not null,
  at           timestamptz not null,
  valid        boolean     not null,
  solved       boolean,
  grade        smallint    check (grade between 1 and 5),
  reason       text        check (reason in (
    'unreachable', 'not_in_mandate', 'in_court', 'policy_limit', 'abusive', 'duplicate', 'private_matter')),
  reviewer     text        check (reviewer <> by),
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check (valid = (solved is not null)),
  check (valid = (reason is null)),
  check (valid = (reviewer is null)),
  check (valid or grade is null)
);
comment on table cases.callbacks is 'Calls after closing 回访, as they went: append-only. An invalid one has its reason and the second person who looked at it; no reason is a mark on whoever was called.';

create table cases.samples (
  community_id bigint      not null,
  case_id      uuid        not null,
  serial       smallint    not null check (serial > 0),
  round        smallint    not null,
  drawn_at     timestamptz,
  judged_at    timestamptz,
  judged_by    text,
  judgement    text        check (judgement in ('done', 'not_done')),
  words        text        check (length(words) <= 500),
  photos       text[]      not null default '{}',
  primary key (community_id, case_id, serial),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((judged_at is null) = (judged_by is null)),
  check ((judged_at is null) = (judgement is null)),
  check (drawn_at is not null or judged_at is not null)
);
comment on table cases.samples is 'Closed rounds drawn for an outsider''s check 抽查, by a keyed draw nobody can foresee, and what he found. While one is open the case is not archived.';
create unique index samples_one_open on cases.samples (community_id, case_id) where judged_at is null;
create unique index samples_drawn on cases.samples (community_id, case_id, round) where drawn_at is not null;

alter table cases.callbacks enable row level security;
alter table cases.samples   enable row level security;

do $$
declare
  part text;
  fact text;
begin
  foreach part in array array['callbacks', 'samples']
  loop
    execute format(
      'create policy seen on cases.%1$I using ((select kit.scope()) = ''job'' or cases.reaches(community_id, case_id))',
      part);
  end loop;
  foreach fact in array array[
    'sampled', 'samples_not_done', 'invalid_unreachable', 'invalid_not_in_mandate', 'invalid_in_court',
    'invalid_policy_limit', 'invalid_abusive', 'invalid_duplicate', 'invalid_private_matter']
  loop
    execute format('alter table cases.tallies add column %I integer not null default 0', fact);
  end loop;
end
$$;

grant select, insert         on cases.callbacks to linli_app;
grant select, insert, update on cases.samples   to linli_app;
