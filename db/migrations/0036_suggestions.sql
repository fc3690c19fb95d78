-- Suggested categories: what was learned from a place's confirmed cases and how well it held, and what was offered for a
-- case before somebody decided. Who decided stands in the journal; no person stands here.
create table cases.suggestion_models (
  id         uuid        primary key,
  area_id    bigint      not null references places.areas,
  trained_at timestamptz not null,
  source     text        not null check (source in ('cases', 'history')),
  texts      integer     not null check (texts > 0),
  measured   jsonb       not null check (jsonb_typeof(measured) = 'object'),
  model      bytea
);
comment on table cases.suggestion_models is 'The latest of an area is in use. Rows are never changed but for the model itself, which older rows lose.';
comment on column cases.suggestion_models.source is 'cases: the place''s own confirmed cases. history: labelled texts handed to the train command.';
comment on column cases.suggestion_models.model is 'Compressed. Holds only words that at least three texts share or the pack names; no text, no number.';
create index suggestion_models_latest on cases.suggestion_models (area_id, trained_at desc);

create table cases.suggestions (
  community_id bigint      not null,
  case_id      uuid        not null,
  offered_at   timestamptz not null,
  model_id     uuid        references cases.suggestion_models,
  offered      jsonb       not null check (jsonb_typeof(offered) = 'array'),
  primary key (community_id, case_id),
  foreign key (community_id, case_id) references cases.cases (community_id, id)
);
comment on table cases.suggestions is 'What was offered when a form for the unfiled case was first opened: codes and confidences. What was confirmed is the category of the case.';
comment on column cases.suggestions.model_id is 'Null: the pack''s key words alone.';

alter table cases.suggestion_models enable row level security;
alter table cases.suggestions       enable row level security;
create policy known on cases.suggestion_models for select using ((select kit.scope()) in ('staff', 'job'));
create policy learned on cases.suggestion_models for insert with check ((select kit.scope()) = 'job');
create policy slimmed on cases.suggestion_models for update using ((select kit.scope()) = 'job');
create policy seen on cases.suggestions
  using (
    (select kit.scope()) = 'job'
    or ((select kit.scope()) = 'staff' and cases.reaches(community_id, case_id))
  );
grant select, insert, update (model) on cases.suggestion_models to linli_app;
grant select, insert                 on cases.suggestions       to linli_app;
