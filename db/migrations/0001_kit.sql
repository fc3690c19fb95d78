-- The ground: who asks (the scope of a transaction), answered commands, settings, and the door to the jobs.
-- The roles linli_app and linli_jobs exist already: the runner makes them, since roles belong to the cluster.

create schema kit;
comment on schema kit is 'What every module stands on. Names nothing of the field.';

grant usage on schema kit to linli_app;

-- The scope. inScope sets app.* for one transaction; without it every question here answers "nobody".

create function kit.scope() returns text
  language sql stable parallel safe
  return coalesce(current_setting('app.scope', true), '');
comment on function kit.scope() is 'staff, voice, public, intake, job, or empty: the kind of caller this transaction speaks for.';

create function kit.actor() returns text
  language sql stable parallel safe
  return coalesce(current_setting('app.actor', true), '');
comment on function kit.actor() is 'Who sends the command of this transaction: a person''s id, voice:…, open, or job.';

create function kit.person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

create function kit.voice() returns text
  language sql stable parallel safe
  return coalesce(current_setting('app.voice', true), '');
comment on function kit.voice() is 'caseId:voice of the one case a resident holds the secret of.';

create function kit.roots() returns text[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.roots', true), ''), ',');

create function kit.units() returns bigint[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.units', true), ''), ',')::bigint[];

create function kit.covers(path text) returns boolean
  language sql stable parallel safe
  return kit.scope() = 'staff' and path ^@ any (kit.roots());
comment on function kit.covers(text) is 'Whether staff asks, and the area path lies inside one of the subtrees it covers.';

create function kit.in_units(ids bigint[]) returns boolean
  language sql stable parallel safe
  return kit.scope() = 'staff' and ids && kit.units();
comment on function kit.in_units(bigint[]) is 'Whether staff asks, and belongs to one of these units.';

-- Answered commands: a repeat gets the first answer.

create table kit.commands (
  actor        text        not null check (length(actor) between 1 and 200),
  command_id   uuid        not null,
  content_hash bytea       not null check (length(content_hash) = 32),
  answer       json        not null,
  answered_at  timestamptz not null,
  primary key (actor, command_id)
);
comment on table kit.commands is
  'The answer every command got, refusals too, written by once() in the command''s own transaction. '
  'Of the content only a hash is kept: it may name a resident.';

alter table kit.commands enable row level security;
create policy own_commands on kit.commands
  using (actor = kit.actor())
  with check (actor = kit.actor());
grant select, insert on kit.commands to linli_app;

-- Settings of this installation: its top area, whether it is the demo world, stored positions of followers.

create table kit.settings (
  name   text  primary key,
  value  jsonb not null
);
comment on table kit.settings is
  'Facts about this installation, one row each: written by setup and demo, and by followers for their positions.';
grant select, insert, update on kit.settings to linli_app;

-- Jobs: the application enqueues in its own transaction and may do nothing else with the queue.

create function kit.add_job(task text, payload json, job_key text default null, run_at timestamptz default null, queue text default null)
  returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(
    task,
    payload,
    queue_name => queue,
    run_at     => run_at,
    job_key    => job_key
  );
end
$$;
revoke all on function kit.add_job(text, json, text, timestamptz, text) from public;
grant execute on function kit.add_job(text, json, text, timestamptz, text) to linli_app;
comment on function kit.add_job(text, json, text, timestamptz, text) is
  'Enqueues a job in the caller''s transaction. A job with the same key that has not started is replaced.';
