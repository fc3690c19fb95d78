-- Several processes on one database: each keeps in memory who may do what, and hears here that it changed. Before anything
-- is done in somebody's name it also asks for the counters, so a message that was lost changes nothing.

insert into people.versions (topic) values ('access');
comment on table people.versions is
  'Counters raised by triggers: roster on every change of people, units, grants, duties or absences; access on every change of passwords, second factors or tokens.';

create or replace function people.raise_version() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update people.versions set version = version + 1 where topic = coalesce(tg_argv[0], 'roster');
  perform pg_notify('people', coalesce(tg_argv[0], 'roster'));
  return null;
end
$$;

-- Not at every wrong password or code: only what decides who somebody is and what he may.
create trigger raise_version after insert or update of must_change or delete
  on people.credentials for each statement execute function people.raise_version('access');
create trigger raise_version after insert or update of enrolled_at or delete
  on people.second_factors for each statement execute function people.raise_version('access');
create trigger raise_version after insert or update or delete
  on people.tokens for each statement execute function people.raise_version('access');

-- A session that ends is looked for by its own row and raises no counter: it happens all day.
create function people.tell_person() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('person', coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0]);
  return null;
end
$$;
comment on function people.tell_person() is
  'Tells the processes of whom to think anew: his id and nothing else.';

create trigger tell_person after update of ended_at
  on people.sessions for each row execute function people.tell_person('person_id');
create trigger tell_person after insert or update or delete
  on people.grants for each row execute function people.tell_person('person_id');
create trigger tell_person after update of left_at
  on people.people for each row execute function people.tell_person('id');
create trigger tell_person after insert or update of must_change or delete
  on people.credentials for each row execute function people.tell_person('person_id');
create trigger tell_person after insert or update of enrolled_at or delete
  on people.second_factors for each row execute function people.tell_person('person_id');
create trigger tell_person after insert or update or delete
  on people.duties for each row execute function people.tell_person('person_id');
create trigger tell_person after insert or update or delete
  on people.absences for each row execute function people.tell_person('deputy_id');
