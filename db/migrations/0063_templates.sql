-- Templates for replies 答复模板: what an office says often, kept by its heads, inherited by everything below.
create table cases.templates (
  area_id    bigint      not null references places.areas,
  id         uuid        not null,
  move       text        not null check (move ~ '^[a-zA-Z]{3,40}$'),
  category   text        check (length(category) between 1 and 20),
  title      text        not null check (length(title) between 2 and 40),
  words      text        not null check (length(words) between 2 and 500),
  valid_from date        not null,
  valid_to   date        check (valid_to >= valid_from),
  kept_by    uuid        not null references people.people,
  kept_at    timestamptz not null,
  ended_by   uuid        references people.people,
  replaces   uuid,
  primary key (area_id, id)
);
comment on table cases.templates is
  'Words an office keeps for its replies, by move and perhaps category. Never changed: a new one takes the place of the old, '
  'which ends with its day (valid_to is the first day without it). What was sent stands in the journal, not here.';
create index templates_of_area on cases.templates (area_id, move, valid_to);

create table cases.template_uses (
  area_id     bigint  not null,
  template_id uuid    not null,
  month       date    not null,
  times       integer not null default 0 check (times >= 0),
  primary key (area_id, template_id, month),
  foreign key (area_id, template_id) references cases.templates
);
comment on table cases.template_uses is 'How often a template was taken into a text, by month. Not by whom and not in which case.';

alter table cases.templates     enable row level security;
alter table cases.template_uses enable row level security;
create policy job_all on cases.templates to linli_app
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy job_all on cases.template_uses to linli_app
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
grant select, insert on cases.templates to linli_app;
grant update (valid_to, ended_by) on cases.templates to linli_app;
grant select, insert on cases.template_uses to linli_app;
grant update (times) on cases.template_uses to linli_app;
