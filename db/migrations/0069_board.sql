-- The notice board of a community 社区公告栏: what its office tells everybody, from a day to a day. Whom the right to write
-- covers is set for the transaction (app.board) from the caller's grants, as for centres: their staff see no case.
create function notices.board_paths() returns text[]
  language sql stable parallel safe
  return string_to_array(coalesce(current_setting('app.board', true), ''), ',');
comment on function notices.board_paths() is
  'Subtrees whose boards the caller keeps, set for one transaction by server/notices/board.ts from the grants.';

create table notices.board (
  community_id bigint      not null references places.areas,
  id           uuid        not null,
  area_id      bigint      not null references places.areas,
  category     text        not null check (category in ('outage', 'works', 'meeting', 'decision', 'aid', 'safety', 'other')),
  title        text        not null check (length(title) between 2 and 60),
  body         text        not null check (length(body) between 2 and 3000),
  from_on      date        not null,
  until_on     date        not null check (until_on >= from_on),
  photo        text        check (photo ~ '^[0-9a-f]{64}$'),
  paper        text        check (paper ~ '^[0-9a-f]{64}$'),
  version      smallint    not null check (version >= 1),
  published_by uuid        not null references people.people,
  published_at timestamptz not null,
  changed_at   timestamptz not null check (changed_at >= published_at),
  changed_why  text        check (length(changed_why) between 2 and 300),
  withdrawn_at timestamptz,
  primary key (community_id, id),
  check (version = 1 or changed_why is not null),
  check (withdrawn_at is null or changed_why is not null)
);
comment on table notices.board is
  'One notice of a community, as it stands now. Written by its office; corrected or taken back with a reason that everybody '
  'reads, never removed: what it said before stands in board_entries.';
comment on column notices.board.area_id is 'The community itself, or the grid it concerns.';
comment on column notices.board.version is 'Counts publishing, corrections and taking back.';
create index board_shown   on notices.board (community_id, from_on desc, published_at desc);
create index board_begins  on notices.board (from_on, published_at) where withdrawn_at is null;
create index board_photo   on notices.board (photo) where photo is not null;

create table notices.board_entries (
  community_id bigint      not null,
  id           uuid        not null,
  post_id      uuid        not null,
  version      smallint    not null,
  at           timestamptz not null,
  by           uuid        not null references people.people,
  act          text        not null check (act in ('publish', 'correct', 'withdraw')),
  reason       text        check (length(reason) between 2 and 300),
  facts        jsonb       not null check (jsonb_typeof(facts) = 'object'),
  tx           xid8        not null default pg_current_xact_id(),
  seq          bigint      generated always as identity,
  primary key (community_id, id),
  unique (community_id, post_id, version),
  foreign key (community_id, post_id) references notices.board
);
comment on table notices.board_entries is
  'What each notice said, by whom and since when: append-only by grants, sealed in the chain of the community.';
create index board_entries_follow on notices.board_entries (tx, seq);

alter table notices.board         enable row level security;
alter table notices.board_entries enable row level security;
create policy known on notices.board for select using ((select kit.scope()) <> '');
create policy kept on notices.board
  using ((select kit.scope()) = 'job' or ((select kit.scope()) = 'staff' and community_id in
         (select a.id from places.areas a where a.path ^@ any (select unnest(notices.board_paths())))))
  with check ((select kit.scope()) = 'job' or ((select kit.scope()) = 'staff' and community_id in
         (select a.id from places.areas a where a.path ^@ any (select unnest(notices.board_paths())))));
create policy kept on notices.board_entries
  using ((select kit.scope()) = 'job' or ((select kit.scope()) = 'staff' and community_id in
         (select a.id from places.areas a where a.path ^@ any (select unnest(notices.board_paths())))))
  with check ((select kit.scope()) = 'job' or ((select kit.scope()) = 'staff' and community_id in
         (select a.id from places.areas a where a.path ^@ any (select unnest(notices.board_paths())))));
grant select, insert, update on notices.board to linli_app;
grant select, insert on notices.board_entries to linli_app;
