-- What answers say: who lives here by known figures, weights made from them, and what was published of the results.
create table surveys.margins (
  area_id    bigint      not null references places.areas,
  dimension  text        not null check (dimension ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  as_of      date        not null,
  entered_at timestamptz not null,
  category   text        not null check (length(category) between 1 and 40),
  area_path  text        not null check (area_path ~ '^(/[0-9]+)+/$'),
  title      jsonb       not null check (title ? 'zh' and title ? 'en'),
  label      jsonb       not null check (label ? 'zh' and label ? 'en'),
  ordinal    smallint    not null,
  people     bigint      not null check (people >= 0),
  source     text        not null check (length(source) between 2 and 200),
  entered_by uuid        references people.people,
  primary key (area_id, dimension, as_of, entered_at, category)
);
comment on table surveys.margins is
  'How many live in an area by age, sex, tenure and the like: counts with day and source, no persons. Rows are added; of a dimension the latest day, and of that the latest entry, counts.';

create table surveys.schemes (
  community_id bigint      not null,
  survey_id    uuid        not null,
  number       integer     not null check (number >= 1),
  version      integer     not null,
  scheme       jsonb       not null,
  report       jsonb       not null,
  reason       text        not null check (length(reason) between 2 and 500),
  made_by      uuid        references people.people,
  made_at      timestamptz not null,
  primary key (community_id, survey_id, number),
  foreign key (community_id, survey_id, version) references surveys.versions
);
comment on table surveys.schemes is
  'Ways of weighting a survey: which questions stand for which known figures, these figures as they were, bounds, and what came of it. Never edited; another number follows.';

create table surveys.publications (
  community_id bigint      not null,
  survey_id    uuid        not null,
  number       integer     not null check (number >= 1),
  version      integer     not null,
  scheme       integer,
  threshold    smallint    not null check (threshold >= 10),
  sheets       integer     not null check (sheets >= 0),
  results      jsonb       not null,
  cells        jsonb       not null,
  decided_by   text        not null check (length(decided_by) between 2 and 200),
  reason       text        not null check (length(reason) between 2 and 500),
  published_by uuid        references people.people,
  published_at timestamptz not null,
  primary key (community_id, survey_id, number),
  foreign key (community_id, survey_id, version) references surveys.versions,
  foreign key (community_id, survey_id, scheme) references surveys.schemes
);
comment on table surveys.publications is
  'Results as they were published: small groups already hidden, frozen. cells names which were hidden and which shown, so that a later publication reveals nothing by subtraction. Rows are added only.';

create table surveys.withdrawals (
  community_id bigint      not null,
  survey_id    uuid        not null,
  number       integer     not null,
  reason       text        not null check (length(reason) between 2 and 500),
  withdrawn_by uuid        references people.people,
  withdrawn_at timestamptz not null,
  primary key (community_id, survey_id, number),
  foreign key (community_id, survey_id, number) references surveys.publications
);
comment on table surveys.withdrawals is 'Publications taken back, with the reason that is shown in their place.';

create table surveys.topic_edits (
  community_id bigint      not null,
  survey_id    uuid        not null,
  question     text        not null check (length(question) between 1 and 40),
  topic        text        not null check (length(topic) between 1 and 60),
  id           bigint      generated always as identity,
  name         text        check (length(name) between 1 and 60),
  into_topic   text        check (length(into_topic) between 1 and 60 and into_topic <> topic),
  hidden       boolean     not null default false,
  edited_by    uuid        references people.people,
  edited_at    timestamptz not null,
  primary key (community_id, survey_id, question, topic, id),
  foreign key (community_id, survey_id) references surveys.surveys
);
comment on table surveys.topic_edits is
  'What staff did with the groups that free texts fall into: named, put together, hidden. The latest row of a topic counts. Holds no text of a resident.';

alter table surveys.margins      enable row level security;
alter table surveys.schemes      enable row level security;
alter table surveys.publications enable row level security;
alter table surveys.withdrawals  enable row level security;
alter table surveys.topic_edits  enable row level security;

create policy known on surveys.margins for select using ((select kit.scope()) in ('job', 'staff'));
create policy entered on surveys.margins for insert with check ((select kit.scope()) = 'job' or kit.covers(area_path));
create policy kept on surveys.schemes     using ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy kept on surveys.topic_edits using ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy seen on surveys.publications for select
  using ((select kit.scope()) <> '' and (surveys.is_public(survey_id) or surveys.covers(survey_id) or (select kit.scope()) = 'job'));
create policy made on surveys.publications for insert with check ((select kit.scope()) = 'job' or surveys.covers(survey_id));
create policy seen on surveys.withdrawals for select
  using ((select kit.scope()) <> '' and (surveys.is_public(survey_id) or surveys.covers(survey_id) or (select kit.scope()) = 'job'));
create policy made on surveys.withdrawals for insert with check ((select kit.scope()) = 'job' or surveys.covers(survey_id));

grant select, insert on surveys.margins, surveys.schemes, surveys.publications, surveys.withdrawals, surveys.topic_edits to linli_app;
