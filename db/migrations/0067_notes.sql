-- Notes of a walk 巡查记录、走访记录: what somebody saw or heard on the way and may make a case of. Their author's alone until
-- then, and gone by themselves: a drawer, not a register. The day is kept and no hour, so that notes are no trail.
create schema patrols;
comment on schema patrols is 'What is found on the way: notes that may become cases, and objects that are looked at by plan.';
grant usage on schema patrols to linli_app;

create table patrols.notes (
  community_id bigint not null references places.areas,
  id           uuid   not null,
  person_id    uuid   not null references people.people,
  kind         text   not null check (kind in ('patrol', 'listening')),
  sealed_note  text   not null,
  area_id      bigint not null references places.areas,
  photos       text[] not null default '{}' check (cardinality(photos) <= 9),
  recordings   text[] not null default '{}' check (cardinality(recordings) <= 3),
  noted_on     date   not null,
  expires_on   date   not null check (expires_on > noted_on),
  case_number  text,
  primary key (community_id, id)
);
comment on table patrols.notes is
  'One note of one member of staff, read by nobody else. Words and place lie sealed in one value, so that no row says who '
  'was where. Once it is a case, they are the case''s and are blanked here. A job deletes it after expires_on, with what hangs on it.';
create index notes_own     on patrols.notes (person_id, noted_on desc, id);
create index notes_expired on patrols.notes (expires_on);

alter table patrols.notes enable row level security;
create policy own on patrols.notes
  using ((select kit.scope()) = 'staff' and person_id = (select kit.person()))
  with check ((select kit.scope()) = 'staff' and person_id = (select kit.person()));
create policy job_reads on patrols.notes using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert, delete on patrols.notes to linli_app;
grant update (sealed_note, photos, recordings, case_number) on patrols.notes to linli_app;
