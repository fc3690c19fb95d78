-- Handing over a duty desk 交接: what one shift leaves to the next, and the telephone of the desk that residents are told.

create table people.desk_phones (
  area_id bigint      primary key references places.areas,
  phone   text        not null check (phone ~ '^[0-9+() -]{3,24}$'),
  set_by  uuid        references people.people,
  set_at  timestamptz not null
);
comment on table people.desk_phones is
  'The telephone of an area''s duty desk, shown to anybody: of the office, never of a person. Kept by whoever keeps the roster.';
alter table people.desk_phones enable row level security;
create policy job_all on people.desk_phones to linli_app
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert, delete on people.desk_phones to linli_app;
grant update (phone, set_by, set_at) on people.desk_phones to linli_app;

create table cases.handovers (
  area_id      bigint      not null references places.areas,
  id           uuid        not null,
  written_by   uuid        not null references people.people,
  written_at   timestamptz not null,
  shift_ends_at timestamptz,
  covers_until timestamptz not null check (covers_until > written_at),
  items        jsonb       not null check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) <= 200),
  counts       jsonb       not null check (jsonb_typeof(counts) = 'object'),
  remark       text        not null check (length(remark) <= 1000),
  taken_by     uuid        references people.people check (taken_by <> written_by),
  taken_at     timestamptz check (taken_at >= written_at),
  primary key (area_id, id),
  check ((taken_by is null) = (taken_at is null))
);
comment on table cases.handovers is
  'Notes from one shift of a duty desk to the next: numbers of cases with why each is named, and a remark. Written once, taken '
  'over once by somebody else, removed by a job after ninety days.';
create index handovers_of_area on cases.handovers (area_id, written_at desc);
create index handovers_old on cases.handovers (written_at);

alter table cases.handovers enable row level security;
create policy job_all on cases.handovers to linli_app
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy staff_of_the_area on cases.handovers for select to linli_app
  using ((select kit.scope()) = 'staff'
         and exists (select 1 from places.areas a where a.id = area_id and kit.covers(a.path)));
create policy writer_writes on cases.handovers for insert to linli_app
  with check (written_by = (select kit.person()) and taken_by is null
              and exists (select 1 from places.areas a where a.id = area_id and kit.covers(a.path)));
create policy taker_takes on cases.handovers for update to linli_app
  using (taken_by is null and written_by <> (select kit.person())
         and exists (select 1 from places.areas a where a.id = area_id and kit.covers(a.path)))
  with check (taken_by = (select kit.person()));
grant select, insert, delete on cases.handovers to linli_app;
grant update (taken_by, taken_at) on cases.handovers to linli_app;
