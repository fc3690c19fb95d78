-- Photos by content hash. The bytes lie in the file store; this is what is known of them.
create schema files;
comment on schema files is 'Photos by the hash of their bytes: what exists, and whether anything refers to it.';
grant usage on schema files to linli_app;

create table files.files (
  hash        text        primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type  text        not null check (media_type in ('image/jpeg')),
  bytes       integer     not null check (bytes between 1 and 20000000),
  width       integer     not null check (width between 1 and 4096),
  height      integer     not null check (height between 1 and 4096),
  uploaded_as text        not null check (uploaded_as in ('person', 'voice', 'system', 'job', 'anyone')),
  created_at  timestamptz not null,
  claimed_at  timestamptz check (claimed_at >= created_at)
);
comment on table files.files is
  'One row per stored photo, written by its upload. Holds neither who sent it nor where it was taken. claimed_at is '
  'the first time a report or proof referred to it: unclaimed a day after created_at, row and bytes are removed.';
create index files_unclaimed on files.files (created_at) where claimed_at is null;

-- A photo may show people. Knowing a hash is not enough to read one: the use-case asks the room that shows it.
-- Without a scope nobody sees a row; only the job removes, and only what nothing claimed.
alter table files.files enable row level security;
create policy known on files.files for select using ((select kit.scope()) <> '');
create policy uploaded on files.files for insert with check ((select kit.scope()) <> '' and claimed_at is null);
create policy claimed on files.files for update using ((select kit.scope()) <> '') with check ((select kit.scope()) <> '');
create policy removed on files.files for delete using ((select kit.scope()) = 'job' and claimed_at is null);
grant select, insert, delete on files.files to linli_app;
grant update (created_at, claimed_at) on files.files to linli_app;
