-- Break-glass 应急查看: one case beyond one's area, for an hour, with a reason; reviewed afterwards by the head of the place.
create table cases.glasses (
  community_id bigint      not null references places.areas,
  id           uuid        not null,
  case_id      uuid        not null,
  case_number  text        not null,
  home_area_id bigint      not null references places.areas,
  person_id    uuid        not null references people.people,
  role         text,
  role_area_id bigint      references places.areas,
  reason       text        not null check (length(reason) between 10 and 500),
  opened_at    timestamptz not null,
  ends_at      timestamptz not null check (ends_at > opened_at and ends_at <= opened_at + interval '4 hours'),
  ended_at     timestamptz,
  contact_at   timestamptz,
  reviewed_at  timestamptz,
  reviewed_by  uuid        references people.people check (reviewed_by <> person_id),
  verdict      text        check (verdict in ('inOrder', 'notInOrder')),
  review       text        check (length(review) between 2 and 500),
  primary key (community_id, id),
  foreign key (community_id, case_id) references cases.cases deferrable initially deferred,
  check ((reviewed_at is null) = (reviewed_by is null)),
  check ((reviewed_at is null) = (verdict is null)),
  check ((reviewed_at is null) = (review is null))
);
comment on table cases.glasses is
  'Access to one case beyond one''s area: who, why, for how long, and what the head of the place said of it afterwards. '
  'Each also leaves lines in people.looks, which are sealed. Whoever opened it sees the case through the scope of that one '
  'case, never through this table.';
create index glasses_person on cases.glasses (person_id, opened_at desc);
create index glasses_to_review on cases.glasses (home_area_id, opened_at) where reviewed_at is null;
grant select, insert on cases.glasses to linli_app;
grant update (ended_at, contact_at, reviewed_at, reviewed_by, verdict, review) on cases.glasses to linli_app;

alter table cases.glasses enable row level security;
create policy job_all on cases.glasses to linli_app
  using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
create policy own on cases.glasses for select to linli_app
  using ((select kit.scope()) = 'staff' and person_id = (select kit.person()));
