-- Work orders of a hotline 热线工单: what the city's hotline handed to a street, under its own number, and what was answered
-- back. The matter itself is a case like every other; here stands only what lies between the two systems.
create table exchange.order_desks (
  area_id     bigint primary key references places.areas,
  last_serial bigint not null default 0 check (last_serial >= 0),
  mapping     jsonb  check (jsonb_typeof(mapping) = 'object')
);
comment on table exchange.order_desks is
  'One row a street (or district, city) that takes orders in: locked by whoever takes in or counts on, so that an order exists once.';
comment on column exchange.order_desks.mapping is 'Which heading held what in the last file: the next one begins with it.';

create table exchange.order_imports (
  area_id     bigint      not null references exchange.order_desks,
  id          uuid        not null,
  file_name   text        not null check (length(file_name) between 1 and 200),
  file_hash   bytea       not null,
  by_id       uuid        references people.people,
  by_system   text        check (length(by_system) between 1 and 100),
  started_at  timestamptz not null,
  finished_at timestamptz,
  rows        integer     not null check (rows >= 0),
  seen        integer     not null default 0 check (seen between 0 and rows),
  taken       integer     not null default 0,
  known       integer     not null default 0,
  changed     integer     not null default 0,
  rejected    integer     not null default 0,
  primary key (area_id, id),
  check (finished_at is null or taken + known + changed + rejected = rows)
);
comment on table exchange.order_imports is
  'A file of orders that was taken in, by whom, and how many rows became what. Nothing of what the rows said.';
create index order_imports_latest on exchange.order_imports (area_id, started_at desc, id);

create table exchange.orders (
  area_id      bigint      not null references exchange.order_desks,
  id           uuid        not null,
  number       text        not null check (length(number) between 1 and 100),
  case_number  text        not null,
  follows      text        not null,
  kind         text        not null check (kind in ('consult', 'help', 'complaint', 'suggestion', 'report', 'praise', 'other')),
  urgent       boolean     not null,
  confidential boolean     not null,
  words        text        check (length(words) <= 200),
  placed       text        not null check (placed in ('point', 'area', 'words', 'none', 'elsewhere')),
  received_at  timestamptz,
  sign_by      timestamptz,
  answer_by    timestamptz,
  content_hash bytea       not null,
  import_id    uuid        not null,
  taken_in_at  timestamptz not null,
  changed_at   timestamptz,
  status       text        not null default 'waiting' check (status in ('waiting', 'handling', 'answered', 'returned', 'withdrawn')),
  last_serial  bigint,
  primary key (area_id, id),
  unique (area_id, number),
  foreign key (area_id, import_id) references exchange.order_imports
);
comment on table exchange.orders is
  'An order of the hotline and the case it became. Who called, and what they said, stands sealed with the case and nowhere here.';
comment on column exchange.orders.follows is 'The case whose answer is given: its own, or the one it was merged into.';
comment on column exchange.orders.words is 'What the hotline calls its category.';
comment on column exchange.orders.content_hash is 'Keyed: tells whether the same number came again with other content, and gives nothing away.';
create index orders_follow on exchange.orders (follows);
create index orders_of_case on exchange.orders (case_number);
create index orders_latest on exchange.orders (area_id, taken_in_at desc, id);
create index orders_due on exchange.orders (area_id, answer_by, id) where status in ('waiting', 'handling');

create table exchange.order_answers (
  area_id  bigint      not null,
  serial   bigint      not null check (serial > 0),
  order_id uuid        not null,
  at       timestamptz not null,
  answer   jsonb       not null check (jsonb_typeof(answer) = 'object'),
  primary key (area_id, serial),
  foreign key (area_id, order_id) references exchange.orders
);
comment on table exchange.order_answers is
  'What there is to tell the hotline of an order, as it stood when it changed: only added to, counted up without a gap, so that a serial is a cursor.';
create index order_answers_of on exchange.order_answers (area_id, order_id, serial desc);

create table exchange.order_batches (
  area_id     bigint      not null references exchange.order_desks,
  id          uuid        not null,
  from_serial bigint      not null check (from_serial > 0),
  to_serial   bigint      not null,
  orders      integer     not null check (orders > 0),
  by_id       uuid        references people.people,
  by_system   text        check (length(by_system) between 1 and 100),
  taken_at    timestamptz not null,
  primary key (area_id, id),
  check (to_serial >= from_serial)
);
comment on table exchange.order_batches is
  'Answers that a desk took out for the hotline, together: a stretch of serials, each in one batch, readable again.';
create unique index order_batches_once on exchange.order_batches (area_id, from_serial);
create index order_batches_latest on exchange.order_batches (area_id, taken_at desc, id);

-- Who covers the desk's area reads; written is by the program alone, after its own rule.
alter table exchange.order_desks   enable row level security;
alter table exchange.order_imports enable row level security;
alter table exchange.orders        enable row level security;
alter table exchange.order_answers enable row level security;
alter table exchange.order_batches enable row level security;
create policy job_all on exchange.order_desks   to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.order_imports to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.orders        to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.order_answers to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on exchange.order_batches to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy of_desk on exchange.order_desks   for select to linli_app using ((select kit.scope()) = 'staff' and area_id in (select a.id from places.areas a where kit.covers(a.path)));
create policy of_desk on exchange.order_imports for select to linli_app using ((select kit.scope()) = 'staff' and area_id in (select a.id from places.areas a where kit.covers(a.path)));
create policy of_desk on exchange.orders        for select to linli_app using ((select kit.scope()) = 'staff' and area_id in (select a.id from places.areas a where kit.covers(a.path)));
create policy of_desk on exchange.order_answers for select to linli_app using ((select kit.scope()) = 'staff' and area_id in (select a.id from places.areas a where kit.covers(a.path)));
create policy of_desk on exchange.order_batches for select to linli_app using ((select kit.scope()) = 'staff' and area_id in (select a.id from places.areas a where kit.covers(a.path)));
grant select, insert on exchange.order_desks, exchange.order_imports, exchange.orders, exchange.order_answers, exchange.order_batches to linli_app;
grant update (last_serial, mapping) on exchange.order_desks to linli_app;
grant update (finished_at, seen, taken, known, changed, rejected) on exchange.order_imports to linli_app;
grant update (follows, kind, urgent, confidential, words, received_at, sign_by, answer_by, content_hash, changed_at, status, last_serial)
   on exchange.orders to linli_app;

-- Who answers orders hears of what happens from now on: nothing older is an order.
insert into kit.settings (name, value)
select 'follow.orders',
       coalesce((select jsonb_build_object('tx', e.tx::text, 'seq', e.seq)
                   from cases.entries e
                  order by e.tx desc, e.seq desc
                  limit 1),
                '{"tx": "0", "seq": 0}');

-- A system that hands over orders and reads their answers, and nothing else.
alter table people.tokens drop constraint tokens_scopes_check;
alter table people.tokens add constraint tokens_scopes_check
  check (scopes <@ array['cases:read', 'cases:report', 'open311', 'figures:read', 'orders'] and cardinality(scopes) > 0);
