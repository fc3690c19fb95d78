-- Lists that were taken out as files: who, when, which list by which filters, and the mark that stands in every row of it.
create table people.exports (
  id        bigint      generated always as identity primary key,
  at        timestamptz not null,
  person_id uuid        not null references people.people,
  area_id   bigint      not null references places.areas,
  list      text        not null check (length(list) between 1 and 60),
  title     jsonb       not null,
  filters   jsonb       not null,
  format    text        not null check (format in ('xlsx', 'csv')),
  row_count integer     not null check (row_count >= 0),
  mark      text        not null unique check (mark ~ '^[0-9A-F]{10}$')
);
comment on table people.exports is
  'Append-only log of lists taken out as files by staff. Written in the transaction that hands the file over; read by '
  'the audit administrator. filters keeps no searched words: they may be somebody''s name.';
create index exports_area on people.exports (area_id, id);
create index exports_person on people.exports (person_id);
alter table people.exports enable row level security;
create policy taker_writes on people.exports for insert
  with check ((select kit.scope()) = 'staff' and person_id = (select kit.person()));
create policy job_reads on people.exports for select using ((select kit.scope()) = 'job');
grant select, insert on people.exports to linli_app;
