-- The tree of areas with its dated boundaries, and what differs by place: categories, calendars, rules.
-- All of it is public fact: no row-level security, but strict grants. The tree itself is written by the owning
-- role alone (import, setup, demo); the application adds rules and calendar days, and ends rules by date.
-- Dates: valid_from is the first local day on which a row holds, valid_to the first on which it no longer does.

create schema places;
comment on schema places is 'Where things are, and which rules hold there.';
grant usage on schema places to linli_app;

-- What the in-memory copies compare themselves with.

create table places.versions (
  topic   text   primary key,
  version bigint not null default 0
);
comment on table places.versions is
  'One counter per topic, raised by a trigger on every change of its tables. The server keeps geography, rules and '
  'calendars in memory and reads them again when its number is behind.';
insert into places.versions (topic) values ('geography'), ('categories'), ('calendars'), ('rules');
grant select on places.versions to linli_app;

create function places.raise_version() returns trigger
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update places.versions set version = version + 1 where topic = tg_argv[0];
  perform pg_notify('places', tg_argv[0]);
  return null;
end
$$;
revoke all on function places.raise_version() from public;

-- The tree.

create table places.levels (
  tree          text     not null check (tree ~ '^[a-z][a-z0-9-]{1,30}$'),
  level         text     not null check (level ~ '^[a-z]{2,20}$'),
  ordinal       smallint not null check (ordinal between 1 and 12),
  name_zh       text     not null,
  name_en       text     not null,
  code_pattern  text     not null,
  parent_length smallint check (parent_length > 0),
  skips         boolean  not null default false,
  primary key (tree, level),
  unique (tree, ordinal)
);
comment on table places.levels is
  'The levels of each tree of areas, top first, and what a code looks like on each. parent_length: so many leading '
  'characters of a code are the code of its parent; null where the code does not say. skips: an area of this level may lie under any level above, else only directly '
  'under the next one (every grid belongs to exactly one community). Another country is another tree.';
insert into places.levels (tree, level, ordinal, name_zh, name_en, code_pattern, parent_length) values
  ('cn', 'city',      1, '市',        'city',       '^\d{2}0000$|^\d{4}00$', null),
  ('cn', 'district',  2, '区县',      'district',   '^\d{6}$',               null),
  ('cn', 'street',    3, '街道、镇',  'street',     '^\d{9}$',               6),
  ('cn', 'community', 4, '社区、村',  'community',  '^\d{12}$',              9),
  ('cn', 'grid',      5, '网格',      'grid',       '^\d{15}$',              12),
  ('cn', 'micro',     6, '微网格',    'micro-grid', '^\d{17}$',              15);
grant select on places.levels to linli_app;

create table places.areas (
  id         bigint generated always as identity primary key,
  tree       text   not null default 'cn',
  code       text   not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$'),
  name       text   not null check (length(name) between 1 and 120),
  name_en    text   check (length(name_en) between 1 and 160),
  level      text   not null,
  parent_id  bigint references places.areas,
  path       text   not null,
  kind       text   not null default 'basic' check (kind in ('basic', 'dedicated')),
  time_zone  text   not null default 'Asia/Shanghai',
  valid_from date   not null default date '2000-01-01',
  valid_to   date   check (valid_to > valid_from),
  foreign key (tree, level) references places.levels,
  check (path ~ '^(/[0-9]+)+/$'),
  -- One code means one area on any day. Ranges have their own index; the code enters it by its 64-bit hash.
  constraint one_area_per_code exclude using gist (
    int8range(hashtextextended(code, 0), hashtextextended(code, 0), '[]') with &&,
    daterange(valid_from, valid_to) with &&
  )
);
comment on table places.areas is
  'The tree: city, district, street, community, grid, micro-grid. path holds the ids of all ancestors and its own, '
  '"/1/15/230/", and is written by a trigger. kind dedicated (专属网格): a mall, school or hospital inside basic grids. '
  'Renamed, merged or split areas end and are followed by new rows; nothing refers to a name.';
create index areas_path   on places.areas (path text_pattern_ops);
create index areas_code   on places.areas (code text_pattern_ops);
create index areas_parent on places.areas (parent_id);
grant select on places.areas to linli_app;

create function places.write_path() returns trigger
  language plpgsql
as $$
declare
  above       places.areas;
  above_level places.levels;
  own         places.levels;
begin
  if tg_op = 'UPDATE' and (new.id, new.parent_id, new.tree, new.level) is distinct from (old.id, old.parent_id, old.tree, old.level) then
    raise exception 'area % keeps its place in the tree: end it and add another', old.code;
  end if;
  if new.parent_id is null then
    new.path := '/' || new.id || '/';
    return new;
  end if;
  select * into strict above from places.areas where id = new.parent_id;
  select * into strict above_level from places.levels where tree = above.tree and level = above.level;
  select * into strict own         from places.levels where tree = new.tree   and level = new.level;
  if own.tree <> above_level.tree or own.ordinal <= above_level.ordinal or
     (not own.skips and exists (select from places.levels between_them
                                 where between_them.tree = own.tree
                                   and between_them.ordinal > above_level.ordinal
                                   and between_them.ordinal < own.ordinal)) then
    raise exception 'area % (%) cannot lie under % (%)', new.code, new.level, above.code, above.level;
  end if;
  new.path := above.path || new.id || '/';
  return new;
end
$$;
create trigger write_path before insert or update on places.areas for each row execute function places.write_path();

create table places.boundaries (
  id         bigint           generated always as identity primary key,
  area_id    bigint           not null references places.areas,
  valid_from date             not null default date '2000-01-01',
  valid_to   date             check (valid_to > valid_from),
  geometry   jsonb            not null check (geometry ->> 'type' in ('Polygon', 'MultiPolygon')),
  west       double precision not null check (west between -180 and 180),
  south      double precision not null check (south between -90 and 90),
  east       double precision not null check (east between -180 and 180),
  north      double precision not null check (north between -90 and 90),
  schematic  boolean          not null default false,
  source     text             not null check (length(source) between 1 and 200),
  source_crs text             not null default 'wgs84' check (source_crs in ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
  check (west <= east and south <= north),
  constraint one_boundary_per_day exclude using gist (
    int8range(area_id, area_id, '[]') with &&,
    daterange(valid_from, valid_to) with &&
  )
);
comment on table places.boundaries is
  'Dated outlines, WGS-84 GeoJSON in jsonb, with their box. schematic: drawn for a demonstration, not surveyed, and '
  'said so on every map. A new outline ends the old one; a case keeps the grid in which it was filed.';
create index boundaries_area on places.boundaries (area_id, valid_from);
grant select on places.boundaries to linli_app;

create table places.former_names (
  area_id bigint not null references places.areas,
  name    text   not null check (length(name) between 1 and 120),
  until   date   not null,
  primary key (area_id, until)
);
comment on table places.former_names is 'What an area was called before; until is the first day of the next name. Written by the import.';
grant select on places.former_names to linli_app;

create table places.successions (
  area_id      bigint not null references places.areas,
  successor_id bigint not null references places.areas check (successor_id <> area_id),
  since        date   not null,
  primary key (area_id, successor_id)
);
comment on table places.successions is
  'Which areas took over from one that ended. With a point the successor is the one that holds it; without, the '
  'lowest code. Written by the import.';
grant select on places.successions to linli_app;

-- What differs by place.

create table places.categories (
  id           bigint generated always as identity primary key,
  area_id      bigint not null references places.areas,
  code         text   not null check (code ~ '^[A-Z][0-9A-Za-z-]{0,19}$'),
  parent       text,
  definition   jsonb  not null,
  pack         text   not null,
  pack_version text   not null,
  valid_from   date   not null,
  valid_to     date   check (valid_to > valid_from),
  check (definition ->> 'code' = code and definition ->> 'parent' is not distinct from parent),
  constraint one_category_per_code exclude using gist (
    int8range(hashtextextended(area_id::text || ' ' || code, 0), hashtextextended(area_id::text || ' ' || code, 0), '[]') with &&,
    daterange(valid_from, valid_to) with &&
  )
);
comment on table places.categories is
  'The category tree that holds in a subtree of areas: definition is the type Category of core/places/category.ts. '
  'Written from a pack, dated; the nearest area up the path with categories of its own decides.';
create index categories_area on places.categories (area_id, code);
grant select on places.categories to linli_app;

create table places.calendar_days (
  id         bigint      generated always as identity primary key,
  area_id    bigint      references places.areas,
  day        date        not null,
  kind       text        not null check (kind in ('off', 'work', 'plain')),
  name       text        not null check (length(name) between 1 and 80),
  version    text        not null check (version ~ '^[0-9A-Za-z._-]{1,40}$'),
  entered_by uuid,
  entered_at timestamptz not null default now()
);
comment on table places.calendar_days is
  'Days off and make-up working days; area null is everywhere. Append-only: the latest row of the nearest area decides '
  'a day, plain gives it back to the ordinary week. A year with no row everywhere is not yet published: provisional.';
create unique index calendar_days_once on places.calendar_days (area_id, day, version) nulls not distinct;
grant select, insert on places.calendar_days to linli_app;

create table places.work_segments (
  id             bigint       generated always as identity primary key,
  area_id        bigint       references places.areas,
  valid_from     date         not null,
  segments       jsonb        not null check (jsonb_typeof(segments) = 'array' and jsonb_array_length(segments) between 1 and 6),
  work_day_hours numeric(4,2) not null default 8 check (work_day_hours > 0 and work_day_hours <= 24),
  reason         text         not null default '默认' check (length(reason) between 2 and 500),
  changed_by     uuid,
  entered_at     timestamptz  not null default now()
);
comment on table places.work_segments is
  'Working hours of a place from a day on, [["08:00","12:00"],["14:00","18:00"]]; area null is everywhere. Append-only; '
  'the nearest area up the path decides, there the latest row.';
create unique index work_segments_once on places.work_segments (area_id, valid_from, entered_at) nulls not distinct;
insert into places.work_segments (area_id, valid_from, segments) values
  (null, '2000-01-01', '[["08:00", "12:00"], ["14:00", "18:00"]]');
grant select, insert on places.work_segments to linli_app;

create table places.rules (
  id         bigint      generated always as identity primary key,
  area_id    bigint      references places.areas,
  key        text        not null check (key ~ '^[a-z][A-Za-z0-9.]{1,60}$'),
  value      jsonb       not null,
  valid_from date        not null,
  valid_to   date        check (valid_to > valid_from),
  reason     text        not null check (length(reason) between 2 and 500),
  changed_by uuid,
  entered_at timestamptz not null default now(),
  constraint one_rule_per_day exclude using gist (
    int8range(hashtextextended(coalesce(area_id, 0)::text || ' ' || key, 0), hashtextextended(coalesce(area_id, 0)::text || ' ' || key, 0), '[]') with &&,
    daterange(valid_from, valid_to) with &&
  )
);
comment on table places.rules is
  'Dated configuration of a place: distances of routing, limits of clocks. area null is everywhere; the nearest area up '
  'the path decides. A change ends the old row and adds one, with reason and author.';
insert into places.rules (area_id, key, value, valid_from, reason) values
  (null, 'routing.borderMetres', '20',   '2000-01-01', '默认'),
  (null, 'routing.nearMetres',   '2000', '2000-01-01', '默认');
grant select, insert, update (valid_to) on places.rules to linli_app;

create trigger raise_version after insert or update or delete on places.areas         for each statement execute function places.raise_version('geography');
create trigger raise_version after insert or update or delete on places.boundaries    for each statement execute function places.raise_version('geography');
create trigger raise_version after insert or update or delete on places.levels        for each statement execute function places.raise_version('geography');
create trigger raise_version after insert or update or delete on places.successions   for each statement execute function places.raise_version('geography');
create trigger raise_version after insert or update or delete on places.categories    for each statement execute function places.raise_version('categories');
create trigger raise_version after insert or update or delete on places.calendar_days for each statement execute function places.raise_version('calendars');
create trigger raise_version after insert or update or delete on places.work_segments for each statement execute function places.raise_version('calendars');
create trigger raise_version after insert or update or delete on places.rules         for each statement execute function places.raise_version('rules');
