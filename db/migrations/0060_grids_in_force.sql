-- A draft of grids is proposed for a day, confirmed by somebody else, written into the tree as rows that begin and end on
-- that day, and taken back while it has not begun. What was carried along is noted once.
alter table places.redrawings
  drop constraint redrawings_state_check,
  add constraint redrawings_state_check check (state in ('draft', 'dropped', 'proposed', 'in_force', 'taken_back')),
  add column begins_on    date,
  add column heirs        jsonb not null default '{}' check (jsonb_typeof(heirs) = 'object'),
  add column plan         jsonb check (jsonb_typeof(plan) = 'object'),
  add column proposed_by  uuid,
  add column proposed_at  timestamptz,
  add column confirmed_by uuid check (confirmed_by <> proposed_by),
  add column confirmed_at timestamptz,
  add column taken_back_by uuid,
  add column taken_back_at timestamptz,
  add column carried_at   timestamptz,
  add constraint redrawings_proposed check (
    state not in ('proposed', 'in_force') or (begins_on is not null and proposed_by is not null and proposed_at is not null)),
  add constraint redrawings_confirmed check (
    state <> 'in_force' or (plan is not null and confirmed_by is not null and confirmed_at is not null));
comment on column places.redrawings.heirs is
  'What the proposer chose: grids that end with who takes over, staff of theirs with where they go; codes of grids, ids of grants.';
comment on column places.redrawings.plan is 'GridPlan of core/places/putting-in-force.ts: what confirming wrote, by ids and codes.';
comment on column places.redrawings.confirmed_by is 'Never the proposer: two people put grids in force.';
comment on column places.redrawings.carried_at is 'When staff and open cases had gone along; null until the day has come and a job has done it.';
drop index places.redrawings_one_draft;
create unique index redrawings_one_draft on places.redrawings (area_id) where state in ('draft', 'proposed');
create unique index redrawings_one_a_day on places.redrawings (area_id, begins_on) where state = 'in_force';
create index redrawings_to_carry on places.redrawings (begins_on) where state = 'in_force' and carried_at is null;
grant update (begins_on, heirs, plan, proposed_by, proposed_at, confirmed_by, confirmed_at, taken_back_by, taken_back_at, carried_at)
  on places.redrawings to linli_app;

alter table places.successions
  add column heir         boolean not null default false,
  add column redrawing_id uuid references places.redrawings;
comment on column places.successions.heir is 'Takes what has no point: staff, and cases that name only the grid.';
comment on table places.successions is
  'Which areas took over from one that ended. With a point the successor is the one that holds it; without, the heir, '
  'else the lowest code. Written by the import, and by grids put in force.';
create unique index successions_one_heir on places.successions (area_id) where heir;

-- The tree stays closed to the application: these two write what a confirmed plan says, and take exactly that back.
create function places.put_in_force(redrawing uuid) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  r places.redrawings;
  c places.areas;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  select * into strict c from places.areas where id = r.area_id;
  insert into places.areas (tree, code, name, name_en, level, parent_id, time_zone, valid_from)
  select c.tree, g.code, g.name, g."nameEn", 'grid', c.id, c.time_zone, r.begins_on
    from jsonb_to_recordset(r.plan -> 'begins') as g (code text, name text, "nameEn" text);
  update places.boundaries b
     set valid_to = r.begins_on
    from places.areas a, jsonb_array_elements_text((r.plan -> 'ends') || (r.plan -> 'moves')) as e (id)
   where a.id = e.id::bigint
     and a.parent_id = c.id
     and b.area_id = a.id
     and b.valid_from < r.begins_on
     and b.valid_to is null;
  update places.areas a
     set valid_to = r.begins_on
    from jsonb_array_elements_text(r.plan -> 'ends') as e (id)
   where a.id = e.id::bigint
     and a.parent_id = c.id
     and a.level = 'grid'
     and a.valid_to is null;
  insert into places.boundaries (area_id, valid_from, geometry, west, south, east, north, schematic, source)
  select a.id, r.begins_on, o.geometry, o.west, o.south, o.east, o.north, o.schematic, o.source
    from jsonb_to_recordset(r.plan -> 'outlines') as o (
           code text, geometry jsonb, west float8, south float8, east float8, north float8, schematic boolean, source text)
    join places.areas a on a.code = o.code and a.parent_id = c.id and a.valid_to is null;
  insert into places.successions (area_id, successor_id, since, heir, redrawing_id)
  select s.ended, a.id, r.begins_on, s.heir, r.id
    from jsonb_to_recordset(r.plan -> 'successions') as s (ended bigint, code text, heir boolean)
    join places.areas a on a.code = s.code and a.parent_id = c.id and a.valid_to is null;
end
$$;
revoke all on function places.put_in_force(uuid) from public;
grant execute on function places.put_in_force(uuid) to linli_app;

-- False where something already refers to a grid that was to begin: then it is not taken back but redrawn.
create function places.take_back(redrawing uuid) returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  r places.redrawings;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  delete from places.successions where redrawing_id = r.id;
  delete from places.boundaries b
   using places.areas a
   where a.parent_id = r.area_id
     and b.area_id = a.id
     and b.valid_from = r.begins_on
     and a.code in (select o.code from jsonb_to_recordset(r.plan -> 'outlines') as o (code text));
  delete from places.areas a
   where a.parent_id = r.area_id
     and a.valid_from = r.begins_on
     and a.code in (select g.code from jsonb_to_recordset(r.plan -> 'begins') as g (code text));
  update places.areas a
     set valid_to = null
    from jsonb_array_elements_text(r.plan -> 'ends') as e (id)
   where a.id = e.id::bigint
     and a.parent_id = r.area_id
     and a.valid_to = r.begins_on;
  update places.boundaries b
     set valid_to = null
    from places.areas a, jsonb_array_elements_text((r.plan -> 'ends') || (r.plan -> 'moves')) as e (id)
   where a.id = e.id::bigint
     and a.parent_id = r.area_id
     and b.area_id = a.id
     and b.valid_to = r.begins_on;
  return true;
exception
  when foreign_key_violation then return false;
end
$$;
revoke all on function places.take_back(uuid) from public;
grant execute on function places.take_back(uuid) to linli_app;

-- On the day, grids that go on under another name get it; the old one is kept with its last day.
create function places.name_redrawn(redrawing uuid) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  r places.redrawings;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  insert into places.former_names (area_id, name, until)
  select a.id, a.name, r.begins_on
    from jsonb_to_recordset(r.plan -> 'renames') as n (id bigint, name text, "nameEn" text)
    join places.areas a on a.id = n.id and a.parent_id = r.area_id and a.name <> n.name
      on conflict (area_id, until) do nothing;
  update places.areas a
     set name = n.name,
         name_en = n."nameEn"
    from jsonb_to_recordset(r.plan -> 'renames') as n (id bigint, name text, "nameEn" text)
   where a.id = n.id
     and a.parent_id = r.area_id;
end
$$;
revoke all on function places.name_redrawn(uuid) from public;
grant execute on function places.name_redrawn(uuid) to linli_app;

-- A day that is played again finds a case where it lay then; cases carried to another grid are found like corrected ones.
drop index cases.entries_corrected;
create index entries_corrected on cases.entries (at)
  where move in ('correct', 'redraw');

-- A duty that is under way when its grid ends is cut at that hour and goes on in the grid that took over.
grant update (to_at) on people.duties to linli_app;
