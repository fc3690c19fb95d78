-- The reporter reads in which office somebody looked, and how it came to it. The columns are empty in old rows: what a
-- row says is sealed without its empty columns, so the chains stay as they are.
alter table people.looks
  add column role    text,
  add column area_id bigint references places.areas,
  add column how     text check (how in ('breakGlass', 'phoneSearch'));
comment on column people.looks.role is 'The role in which it was looked at, of the area beside it; null: whoever stood in by roster.';
comment on column people.looks.how is 'Null: on duty. breakGlass: beyond one''s area, by a bounded access. phoneSearch: found by a telephone number.';
