-- Micro-grids go along when the grid around them is redrawn: until here they had to be ended by an import first. The two that
-- write into the tree are the same as in 0060 but for these.
create or replace function places.put_in_force(redrawing uuid) returns void
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  r places.redrawings;
  c places.areas;
  old places.areas;
  heir places.areas;
  m record;
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
  -- What lies whole in one of the next grids goes along to it, with its outline; what is cut ends, and that grid takes over.
  for m in
    select g.id, g.code, g.grid
      from jsonb_to_recordset(coalesce(r.plan -> 'micro', '[]')) as g (id bigint, code text, grid text)
  loop
    select a.* into strict heir from places.areas a where a.code = m.grid and a.parent_id = c.id and a.valid_to is null;
    select a.* into strict old
      from places.areas a
      join jsonb_array_elements_text(r.plan -> 'ends') as e (id) on e.id::bigint = a.parent_id
     where a.id = m.id
       and a.valid_to is null;
    update places.areas set valid_to = r.begins_on where id = old.id;
    update places.boundaries set valid_to = r.begins_on where area_id = old.id and valid_to is null;
    if m.code is not null then
      insert into places.areas (tree, code, name, name_en, level, kind, parent_id, time_zone, valid_from)
      values (old.tree, m.code, old.name, old.name_en, old.level, old.kind, heir.id, old.time_zone, r.begins_on)
      returning * into heir;
      insert into places.boundaries (area_id, valid_from, geometry, west, south, east, north, schematic, source)
      select heir.id, r.begins_on, b.geometry, b.west, b.south, b.east, b.north, b.schematic, b.source
        from places.boundaries b
       where b.area_id = old.id
         and b.valid_to = r.begins_on;
    end if;
    insert into places.successions (area_id, successor_id, since, heir, redrawing_id)
    values (old.id, heir.id, r.begins_on, true, r.id);
  end loop;
end
$$;

create or replace function places.take_back(redrawing uuid) returns boolean
  language plpgsql
  security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  r places.redrawings;
  m record;
begin
  select * into strict r from places.redrawings where id = redrawing and state = 'in_force' and carried_at is null;
  for m in
    select g.id, s.successor_id, g.code is not null as goes_on
      from jsonb_to_recordset(coalesce(r.plan -> 'micro', '[]')) as g (id bigint, code text, grid text)
      join places.successions s on s.area_id = g.id and s.redrawing_id = r.id
  loop
    delete from places.successions where area_id = m.id and redrawing_id = r.id;
    if m.goes_on then
      delete from places.boundaries where area_id = m.successor_id;
      delete from places.areas where id = m.successor_id and valid_from = r.begins_on;
    end if;
    update places.areas set valid_to = null where id = m.id and valid_to = r.begins_on;
    update places.boundaries set valid_to = null where area_id = m.id and valid_to = r.begins_on;
  end loop;
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
