-- Needs asked of a whole community: questionnaires and their versions, who was asked (counts, never names), one-time
-- codes, and the answers, from which no way leads back to a code. docs/decisions/0010 says how and why.
create schema surveys;
comment on schema surveys is 'What residents were asked and what they answered, without who they are.';
grant usage on schema surveys to linli_app;

create table surveys.surveys (
  community_id bigint      not null references places.areas,
  id           uuid        not null,
  area_path    text        not null check (area_path ~ '^(/[0-9]+)+/$'),
  title        jsonb       not null check (title ? 'zh' and title ? 'en'),
  state        text        not null default 'DRAFT' check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  answers_by   text        not null check (answers_by in ('household', 'person', 'anyone')),
  opens_on     date,
  closes_on    date,
  version      integer     check (version >= 1),
  mix_min      smallint    not null default 10 check (mix_min between 5 and 100),
  created_at   timestamptz not null,
  created_by   uuid        references people.people,
  closed_at    timestamptz,
  mixed_on     date,
  primary key (community_id, id),
  check (closes_on >= opens_on),
  check (state = 'DRAFT' or (opens_on is not null and closes_on is not null and version is not null)),
  check ((state = 'CLOSED') = (closed_at is not null))
);
comment on table surveys.surveys is
  'One row per survey; community_id is the area that asks. answers_by: one code a household or a person, or anyone '
  'without a code (said to be not representative). version is the one being answered. mix_min: so few sheets of one '
  'grid at least are mixed together before anybody can read them; mixed_on: the day of the last mixing after the close. A draft is seen by staff of the area, the rest by all.';
create index surveys_id   on surveys.surveys (id);
create index surveys_list on surveys.surveys (community_id, created_at desc, id);

create table surveys.versions (
  community_id  bigint      not null,
  survey_id     uuid        not null,
  version       integer     not null check (version >= 1),
  questionnaire jsonb       not null,
  changed_at    timestamptz not null,
  changed_by    uuid        references people.people,
  opened_at     timestamptz,
  primary key (community_id, survey_id, version),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.versions is
  'The questionnaire as it was asked. Once opened it is never edited (a trigger): another version follows, and answers keep theirs.';

create function surveys.keep_opened() returns trigger
  language plpgsql
as $$
begin
  if old.opened_at is not null then
    raise exception 'version % has been opened and is never edited: make another', old.version;
  end if;
  return new;
end
$$;
create trigger keep_opened before update on surveys.versions for each row execute function surveys.keep_opened();

create table surveys.steps (
  community_id bigint      not null,
  survey_id    uuid        not null,
  id           bigint      generated always as identity,
  step         text        not null check (step in ('made', 'changed', 'opened', 'newVersion', 'extended', 'closed',
                                                    'frameSet', 'codesMade', 'codesVoided', 'reminded', 'imported',
                                                    'forgotten', 'published', 'withdrawn', 'exported')),
  at           timestamptz not null,
  by_id        uuid        references people.people,
  reason       text        check (length(reason) between 1 and 500),
  detail       jsonb       not null default '{}',
  primary key (community_id, survey_id, id),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.steps is 'Who did what with a survey, when and why. Grows only. Says nothing about single answers.';

create table surveys.frame (
  community_id bigint  not null,
  survey_id    uuid    not null,
  grid_id      bigint  not null references places.areas,
  building     text    not null default '' check (length(building) <= 60),
  households   integer not null check (households between 0 and 1000000),
  quota        integer check (quota between 0 and 1000000),
  source       text    not null check (length(source) between 1 and 200),
  primary key (community_id, survey_id, grid_id, building),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.frame is
  'How many households (or persons) live where the survey asks, by grid or building: counts, no names. quota: so many answers are hoped for.';

create table surveys.codes (
  community_id bigint  not null,
  survey_id    uuid    not null,
  code_hash    bytea   not null check (length(code_hash) = 32),
  batch        uuid    not null,
  grid_id      bigint  references places.areas,
  used         boolean not null default false,
  void         boolean not null default false,
  command_hash bytea   check (length(command_hash) = 32),
  primary key (community_id, survey_id, code_hash),
  foreign key (community_id, survey_id) references surveys.surveys,
  check (not (used and void))
);
comment on table surveys.codes is
  'One-time codes by hash: the code itself stands on paper only. Holds neither who got it nor when it was used nor by '
  'whom; command_hash lets the sender of a lost answer hear his receipt again. Read by jobs and by the door for answers only.';
create index codes_hash  on surveys.codes (code_hash);
create index codes_batch on surveys.codes (community_id, survey_id, batch);

create table surveys.inbox (
  community_id bigint  not null,
  survey_id    uuid    not null,
  id           uuid    not null default gen_random_uuid(),
  version      integer not null,
  channel      text    not null check (channel in ('web', 'assisted', 'paper', 'import')),
  grid_id      bigint  references places.areas,
  answered_on  date,
  answers      jsonb   not null,
  primary key (community_id, survey_id, id),
  foreign key (community_id, survey_id, version) references surveys.versions
);
comment on table surveys.inbox is
  'Sheets as they come in, until surveys.mix moves them on among others. Only put in: the application may not read it under any scope.';

create table surveys.answers (
  community_id bigint  not null,
  survey_id    uuid    not null,
  sheet        uuid    not null,
  version      integer not null,
  channel      text    not null check (channel in ('web', 'assisted', 'paper', 'import')),
  grid_id      bigint  references places.areas,
  answered_on  date,
  answers      jsonb   not null,
  primary key (community_id, survey_id, sheet),
  foreign key (community_id, survey_id, version) references surveys.versions
);
comment on table surveys.answers is
  'Answers by question code, mixed. sheet is a fresh random id; answered_on is the day of mixing (of an import its own). '
  'Written by surveys.mix; jobs read it for tabulation and take out what has been kept long enough.';

create table surveys.paper (
  community_id bigint      not null,
  survey_id    uuid        not null,
  sheet_key    bytea       not null check (length(sheet_key) = 32),
  pass         smallint    not null check (pass in (1, 2)),
  version      integer     not null,
  grid_id      bigint      references places.areas,
  answers      jsonb       not null,
  command_hash bytea       not null check (length(command_hash) = 32),
  entered_by   uuid        not null references people.people,
  entered_at   timestamptz not null,
  primary key (community_id, survey_id, sheet_key, pass),
  foreign key (community_id, survey_id, version) references surveys.versions
);
comment on table surveys.paper is
  'Paper sheets between first and second typing. Both are removed in the transaction that puts the settled sheet into the inbox.';

create table surveys.imports (
  community_id bigint      not null,
  survey_id    uuid        not null,
  id           uuid        not null,
  file_name    text        not null check (length(file_name) between 1 and 200),
  file_hash    bytea       not null check (length(file_hash) = 32),
  rows         integer     not null check (rows >= 0),
  taken        integer     not null check (taken >= 0),
  repeated     integer     not null check (repeated >= 0),
  rejected     integer     not null check (rejected >= 0),
  by_id        uuid        references people.people,
  at           timestamptz not null,
  primary key (community_id, survey_id, id),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.imports is 'Files of answers taken in from elsewhere: who, when, and how many rows.';

create table surveys.import_rows (
  community_id bigint not null,
  survey_id    uuid   not null,
  row_key      bytea  not null check (length(row_key) = 32),
  primary key (community_id, survey_id, row_key),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.import_rows is 'Rows already taken in, by a keyed hash, so that a second run doubles nothing. Leads to no sheet.';

-- Walls.

create function surveys.covers(survey uuid) returns boolean
  language sql stable parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
  return exists (select from surveys.surveys s where s.id = survey and kit.covers(s.area_path));
comment on function surveys.covers(uuid) is 'Whether staff asks, and covers the area that asks this survey.';
create function surveys.is_public(survey uuid) returns boolean
  language sql stable parallel safe
  security definer
  set search_path = pg_catalog, pg_temp
  return exists (select from surveys.surveys s where s.id = survey and s.state <> 'DRAFT');
revoke all on function surveys.covers(uuid), surveys.is_public(uuid) from public;
grant execute on function surveys.covers(uuid), surveys.is_public(uuid) to linli_app;

alter table surveys.surveys     enable row level security;
alter table surveys.versions    enable row level security;
alter table surveys.steps       enable row level security;
alter table surveys.frame       enable row level security;
alter table surveys.codes       enable row level security;
alter table surveys.inbox       enable row level security;
alter table surveys.answers     enable row level security;
alter table surveys.paper       enable row level security;
alter table surveys.imports     enable row level security;
alter table surveys.import_rows enable row level security;

create policy seen on surveys.surveys for select
  using (((select kit.scope()) <> '' and state <> 'DRAFT') or (select kit.scope()) = 'job' or kit.covers(area_path));
create policy made on surveys.surveys for insert with check ((select kit.scope()) = 'job' or kit.covers(area_path));
create policy moved on surveys.surveys for update
  using ((select kit.scope()) = 'job' or kit.covers(area_path))
  with check ((select kit.scope()) = 'job' or kit.covers(area_path));
create policy seen on surveys.versions for select
  using ((select kit.scope()) <> ''
         and ((opened_at is not null and surveys.is_public(survey_id)) or (select kit.scope()) = 'job' or surveys.covers(survey_id)));
create policy made on surveys.versions for insert with check ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy changed on surveys.versions for update
  using ((select kit.scope()) = 'job' or surveys.covers(survey_id))
  with check ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy kept on surveys.steps   using ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy kept on surveys.frame   using ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy kept on surveys.imports using ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy known on surveys.codes  for select using ((select kit.scope()) in ('job', 'intake'));
create policy made  on surveys.codes  for insert with check ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy used  on surveys.codes  for update
  using ((select kit.scope()) in ('job', 'intake')) with check ((select kit.scope()) in ('job', 'intake'));
create policy sent  on surveys.inbox  for insert with check ((select kit.scope()) in ('job', 'intake'));
create policy tabulated on surveys.answers for select using ((select kit.scope()) = 'job');
create policy forgotten on surveys.answers for update
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy typed on surveys.paper
  using ((select kit.scope()) in ('job', 'intake') or entered_by = (select kit.person()));
create policy job_only on surveys.import_rows using ((select kit.scope()) = 'job');

grant select, insert on surveys.surveys, surveys.versions, surveys.steps, surveys.codes, surveys.imports, surveys.import_rows to linli_app;
grant update (title, state, opens_on, closes_on, version, closed_at, answers_by, mix_min) on surveys.surveys to linli_app;
grant update (questionnaire, changed_at, changed_by, opened_at) on surveys.versions to linli_app;
grant select, insert, delete on surveys.frame, surveys.paper to linli_app;
grant update (answers, entered_by, entered_at, command_hash) on surveys.paper to linli_app;
grant update (used, void, command_hash) on surveys.codes to linli_app;
grant insert on surveys.inbox to linli_app;
grant select on surveys.answers to linli_app;
grant update (answers) on surveys.answers to linli_app;

-- Mixing. Moves sheets on where at least mix_min of one grid and version lie in the inbox, in random order with fresh
-- ids, and writes the used codes anew in random order, so that neither the order of rows nor the number of the
-- transaction that wrote them says which code was used when. After the close everything is mixed once more as one set.

create function surveys.shuffle_codes(community bigint, survey uuid) returns void
  language sql
  set search_path = pg_catalog, pg_temp
as $$
  with taken as (
    delete from surveys.codes
     where community_id = community and survey_id = survey and used
    returning *)
  insert into surveys.codes (community_id, survey_id, code_hash, batch, grid_id, used, void, command_hash)
  select community_id, survey_id, code_hash, batch, grid_id, used, void, command_hash
    from taken
   order by gen_random_uuid()
$$;

-- Photos were uploaded at a known moment: from mixing on they all bear the day of mixing.
create function surveys.blur_photos(hashes text[], today date) returns void
  language sql
  set search_path = pg_catalog, pg_temp
as $$
  update files.files set created_at = today, claimed_at = today where hash = any (hashes)
$$;

create function surveys.photos_in(answers jsonb) returns text[]
  language sql immutable
  set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(value #>> '{}'), '{}')
    from jsonb_path_query(answers, 'strict $.**') value
   where jsonb_typeof(value) = 'string' and value #>> '{}' ~ '^[0-9a-f]{64}$'
$$;

create function surveys.mix_group(community bigint, survey uuid, of_version integer, grid bigint, today date) returns integer
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  moved  integer;
  photos text[];
begin
  with taken as (
    delete from surveys.inbox
     where community_id = community and survey_id = survey and version = of_version and grid_id is not distinct from grid
    returning *),
  mixed as (
    insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
    select community_id, survey_id, gen_random_uuid(), version, channel, grid_id, coalesce(answered_on, today), answers
      from taken
     order by gen_random_uuid()
    returning answers)
  select count(*), (select array_agg(hash) from mixed m, unnest(surveys.photos_in(m.answers)) hash)
    into moved, photos
    from mixed;
  perform surveys.blur_photos(photos, today);
  return moved;
end
$$;

-- After the close: all sheets again, as one set. A grid whose answers of a version stay under mix_min is not named.
create function surveys.mix_closed(community bigint, survey uuid, fewest integer, today date) returns integer
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  moved integer;
begin
  create temp table left_over on commit drop as
    select version, channel, grid_id, answered_on, answers from surveys.inbox where false;
  with taken as (
    delete from surveys.inbox where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  get diagnostics moved = row_count;
  with taken as (
    delete from surveys.answers where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  -- Too few to be named, and where those together are still too few, the next smallest grid with them.
  with sizes as (
    select version, grid_id, count(*) as n, grid_id is null or count(*) < fewest as small
      from pg_temp.left_over
     group by version, grid_id),
  ranked as (
    select version,
           grid_id,
           small,
           coalesce(sum(n) filter (where small) over (partition by version), 0) as hidden,
           row_number() over (partition by version, small order by n, grid_id)  as nth
      from sizes),
  named as (
    select version, grid_id
      from ranked
     where not small
       and not (hidden between 1 and fewest - 1 and nth = 1))
  insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
  select community, survey, gen_random_uuid(), l.version, l.channel, n.grid_id, today, l.answers
    from pg_temp.left_over l
    left join named n on n.version = l.version and n.grid_id = l.grid_id
   order by gen_random_uuid();
  drop table pg_temp.left_over;
  return moved;
end
$$;

create function surveys.mix(today date) returns integer
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  lot   record;
  total integer := 0;
begin
  if kit.scope() <> 'job' then
    raise exception 'only a job mixes sheets';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('surveys.mix', 0));
  for lot in
    select i.community_id, i.survey_id, i.version, i.grid_id
      from surveys.inbox i
      join surveys.surveys s on s.community_id = i.community_id and s.id = i.survey_id
     where s.state = 'OPEN'
     group by i.community_id, i.survey_id, i.version, i.grid_id, s.mix_min
    having count(*) >= s.mix_min
  loop
    total := total + surveys.mix_group(lot.community_id, lot.survey_id, lot.version, lot.grid_id, today);
    perform surveys.shuffle_codes(lot.community_id, lot.survey_id);
  end loop;
  for lot in
    select s.community_id, s.id as survey_id, s.mix_min
      from surveys.surveys s
     where s.state = 'CLOSED'
       and (s.mixed_on is null
            or exists (select from surveys.inbox i where i.community_id = s.community_id and i.survey_id = s.id))
  loop
    total := total + surveys.mix_closed(lot.community_id, lot.survey_id, lot.mix_min, today);
    update surveys.surveys set mixed_on = today where community_id = lot.community_id and id = lot.survey_id;
    perform surveys.shuffle_codes(lot.community_id, lot.survey_id);
  end loop;
  return total;
end
$$;
revoke all on function surveys.mix(date) from public;
revoke all on function surveys.mix_closed(bigint, uuid, integer, date) from public;
revoke all on function surveys.mix_group(bigint, uuid, integer, bigint, date) from public;
revoke all on function surveys.blur_photos(text[], date) from public;
revoke all on function surveys.shuffle_codes(bigint, uuid) from public;
grant execute on function surveys.mix(date) to linli_app;

create view surveys.for_cockpit as
select s.community_id,
       s.id as survey_id,
       s.state,
       s.opens_on,
       s.closes_on,
       s.answers_by,
       count(c.code_hash) filter (where not c.void) as distributed,
       count(c.code_hash) filter (where c.used)     as answered
  from surveys.surveys s
  left join surveys.codes c on c.community_id = s.community_id and c.survey_id = s.id
 where s.state <> 'DRAFT'
 group by s.community_id, s.id;
comment on view surveys.for_cockpit is 'Plain sums for the cockpit: sheets handed out and answered, by survey.';
grant select on surveys.for_cockpit to linli_app;
