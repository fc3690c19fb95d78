-- 重办: the hotline sends an order again that was answered. The case is opened again or another goes on from it; the order
-- follows, and what was answered first stays told.
alter table exchange.orders
  add column again   smallint not null default 0 check (again >= 0),
  add column earlier text[]   not null default '{}' check (cardinality(earlier) <= 20);
comment on column exchange.orders.again is 'How often the hotline sent it again after it was answered.';
comment on column exchange.orders.earlier is 'Numbers of the cases that answered it before and could no longer be opened again, oldest first.';
grant update (case_number, again, earlier) on exchange.orders to linli_app;

-- Files, batches and answers are kept for a time that the place says; then they go, and with an order all that was told of it.
grant delete on exchange.orders, exchange.order_answers, exchange.order_batches, exchange.order_imports to linli_app;
grant update (file_name, by_id, by_system) on exchange.order_imports to linli_app;
create index orders_of_import on exchange.orders (area_id, import_id);
create index order_imports_old on exchange.order_imports (started_at);
create index order_batches_old on exchange.order_batches (taken_at);
