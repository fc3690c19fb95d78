-- How a community finds what it wants to be: the catalogue, one choice with its evidence and its talk, the meeting, the
-- decision, and the programme that follows from it. What was frozen, decided or judged is only ever added to.

create schema themes;
comment on schema themes is 'Candidate themes, the decision and its evidence, programme, pilot, evaluation, adoption by others.';
grant usage on schema themes to linli_app;

create function themes.covers(community bigint) returns boolean
  language sql stable parallel safe
  return kit.covers((select a.path from places.areas a where a.id = community));
comment on function themes.covers(bigint) is 'Whether staff asks whose area holds this community.';
grant execute on function themes.covers(bigint) to linli_app;

-- What differs by place: the catalogue and the weights.

create table themes.kinds (
  id         bigint      generated always as identity primary key,
  area_id    bigint      not null references places.areas,
  code       text        not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  definition jsonb       not null check (definition ->> 'code' = code),
  valid_from date        not null,
  valid_to   date        check (valid_to > valid_from),
  reason     text        not null check (length(reason) between 2 and 500),
  changed_by uuid        references people.people,
  entered_at timestamptz not null default now(),
  constraint one_kind_per_code exclude using gist (
    int8range(hashtextextended(area_id::text || ' ' || code, 0), hashtextextended(area_id::text || ' ' || code, 0), '[]') with &&,
    daterange(valid_from, valid_to) with &&
  )
);
comment on table themes.kinds is
  'The catalogue of themes: definition is the type ThemeKind of core/themes/kind.ts. Dated; of one code the nearest area up '
  'the path decides, and an area adds codes of its own. Loaded from a pack, changed by who keeps themes, with reason.';
create index kinds_area on themes.kinds (area_id, code);
grant select, insert, update (valid_to) on themes.kinds to linli_app;

create table themes.weightings (
  id         bigint      generated always as identity primary key,
  area_id    bigint      references places.areas,
  need       smallint    not null check (need between 0 and 100),
  resources  smallint    not null check (resources between 0 and 100),
  structure  smallint    not null check (structure between 0 and 100),
  metres     integer     not null check (metres between 100 and 20000),
  valid_from date        not null,
  reason     text        not null check (length(reason) between 2 and 500),
  changed_by uuid        references people.people,
  entered_at timestamptz not null default now(),
  check (need + resources + structure = 100)
);
comment on table themes.weightings is
  'How much need, resources and structure weigh, in hundredths, and how far "within reach" is. Append-only: the latest row of '
  'the nearest area holds; area null is everywhere.';
create unique index weightings_once on themes.weightings (area_id, valid_from, entered_at) nulls not distinct;
insert into themes.weightings (area_id, need, resources, structure, metres, valid_from, reason) values
  (null, 50, 30, 20, 1000, '2000-01-01', '默认');
grant select, insert on themes.weightings to linli_app;

-- One time a community looks for its theme, from the question to the decision.

create table themes.choices (
  community_id bigint      not null references places.areas,
  id           uuid        not null,
  survey_id    uuid,
  question     text        check (length(question) between 1 and 60),
  opened_by    uuid        not null references people.people,
  opened_at    timestamptz not null,
  public_at    timestamptz,
  public_by    uuid        references people.people,
  ended_at     timestamptz,
  ended_by     uuid        references people.people,
  end_kind     text        check (end_kind in ('decided', 'givenUp')),
  end_reason   text        check (length(end_reason) between 2 and 500),
  primary key (community_id, id),
  check ((ended_at is null) = (end_kind is null)),
  check ((survey_id is null) = (question is null))
);
comment on table themes.choices is
  'One time a community looks for its theme: which survey and question say what is needed. From public_at on residents read '
  'and speak. One is open at a time.';
create unique index choices_open on themes.choices (community_id) where ended_at is null;
create unique index choices_id   on themes.choices (id);
grant select, insert on themes.choices to linli_app;
grant update (survey_id, question, public_at, public_by, ended_at, ended_by, end_kind, end_reason) on themes.choices to linli_app;

create table themes.evidence (
  community_id bigint      not null,
  id           uuid        not null,
  choice_id    uuid        not null,
  content      jsonb       not null,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3          text        check (sm3 ~ '^[0-9a-f]{64}$'),
  frozen_by    uuid        not null references people.people,
  frozen_at    timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, choice_id) references themes.choices
);
comment on table themes.evidence is
  'What a decision rests on, as of one instant: survey and weighting version, scores with every addend, resources, population, '
  'seed of the resampling. Append-only; the digests are of the canonical text of content.';
create index evidence_choice on themes.evidence (community_id, choice_id, frozen_at);
grant select, insert on themes.evidence to linli_app;

create table themes.what_ifs (
  community_id bigint      not null,
  id           uuid        not null,
  choice_id    uuid        not null,
  name         text        not null check (length(name) between 2 and 80),
  reason       text        not null check (length(reason) between 2 and 500),
  weights      jsonb       not null,
  ranking      jsonb       not null,
  by           uuid        not null references people.people,
  at           timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, choice_id) references themes.choices
);
comment on table themes.what_ifs is
  'Other weights somebody tried and wants remembered, by name and with a reason. Never evidence. Append-only.';
create index what_ifs_choice on themes.what_ifs (community_id, choice_id, at);
grant select, insert on themes.what_ifs to linli_app;

create table themes.voices (
  community_id bigint      not null,
  id           uuid        not null,
  choice_id    uuid        not null,
  kind         text        not null check (kind in ('proposal', 'comment', 'objection')),
  theme        text        check (length(theme) between 1 and 40),
  text         text        not null check (length(text) between 2 and 500),
  channel      text        not null check (channel in ('web', 'assisted', 'meeting')),
  meeting_id   uuid,
  entered_by   uuid        references people.people,
  secret_hash  bytea       check (length(secret_hash) = 32),
  said_at      timestamptz not null,
  shown_at     timestamptz,
  withheld_at  timestamptz,
  withheld_why text        check (length(withheld_why) between 2 and 500),
  looked_by    uuid        references people.people,
  primary key (community_id, id),
  foreign key (community_id, choice_id) references themes.choices,
  check (shown_at is null or withheld_at is null),
  check ((withheld_at is null) = (withheld_why is null)),
  check ((channel = 'web') = (entered_by is null))
);
comment on table themes.voices is
  'What residents propose, say and object. No name, number or address is asked: whoever writes gets a number and a secret. '
  'Held until somebody has looked; what is not shown has a reason its author can read.';
create index voices_choice on themes.voices (community_id, choice_id, said_at);
grant select, insert on themes.voices to linli_app;
grant update (shown_at, withheld_at, withheld_why, looked_by) on themes.voices to linli_app;

create table themes.answers (
  community_id bigint      not null,
  voice_id     uuid        not null,
  n            smallint    not null check (n between 1 and 50),
  text         text        not null check (length(text) between 2 and 1000),
  by           uuid        not null references people.people,
  at           timestamptz not null,
  primary key (community_id, voice_id, n),
  foreign key (community_id, voice_id) references themes.voices
);
comment on table themes.answers is 'What was answered to an objection; the last one counts, the earlier ones stay. Append-only.';
grant select, insert on themes.answers to linli_app;

create table themes.meetings (
  community_id bigint      not null,
  id           uuid        not null,
  choice_id    uuid        not null,
  kind         text        not null check (kind in ('assembly', 'representatives', 'consultation')),
  notice_on    date        not null,
  notice_how   text        not null check (length(notice_how) between 2 and 300),
  held_on      date        not null check (held_on >= notice_on),
  place        text        not null check (length(place) between 2 and 120),
  expected     integer     not null check (expected between 1 and 100000),
  attended     integer     not null check (attended between 0 and expected),
  points_for   jsonb       not null check (jsonb_typeof(points_for) = 'array'),
  minutes      text        not null check (length(minutes) between 2 and 4000),
  corrects     uuid,
  recorded_by  uuid        not null references people.people,
  recorded_at  timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, choice_id) references themes.choices,
  foreign key (community_id, corrects) references themes.meetings
);
comment on table themes.meetings is
  'The record of a meeting: notice, numbers, what was said for it; what was said against it is an objection in themes.voices. '
  'Append-only; a wrong one is corrected by another that names it.';
create unique index meetings_corrected on themes.meetings (community_id, corrects);
create index meetings_choice on themes.meetings (community_id, choice_id);
alter table themes.voices add foreign key (community_id, meeting_id) references themes.meetings;
grant select, insert on themes.meetings to linli_app;

create table themes.decisions (
  community_id bigint      not null,
  id           uuid        not null,
  choice_id    uuid        not null,
  evidence_id  uuid        not null,
  meeting_id   uuid        not null,
  kind_code    text,
  kind         jsonb,
  reasons      text        not null check (length(reasons) between 2 and 2000),
  yes          integer     not null check (yes >= 0),
  no           integer     not null check (no >= 0),
  abstain      integer     not null check (abstain >= 0),
  rule         jsonb       not null,
  objections   jsonb       not null,
  corrects     uuid,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3          text        check (sm3 ~ '^[0-9a-f]{64}$'),
  recorded_by  uuid        not null references people.people,
  recorded_at  timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, choice_id)   references themes.choices,
  foreign key (community_id, evidence_id) references themes.evidence,
  foreign key (community_id, meeting_id)  references themes.meetings,
  foreign key (community_id, corrects)    references themes.decisions,
  check ((kind is null) = (kind_code is null)),
  check (kind ->> 'code' = kind_code)
);
comment on table themes.decisions is
  'What was decided, by whom and by which rule with its counts, on which evidence; without a kind: none was chosen. Public from '
  'the moment it is recorded. Append-only; a wrong record is corrected by another that names it.';
create unique index decisions_corrected on themes.decisions (community_id, corrects);
create unique index decisions_first     on themes.decisions (community_id, choice_id) where corrects is null;
create unique index decisions_id        on themes.decisions (id);
grant select, insert on themes.decisions to linli_app;

-- What follows from it.

create table themes.themes (
  community_id   bigint      not null references places.areas,
  id             uuid        not null,
  decision_id    uuid        not null,
  kind_code      text        not null,
  name_zh        text        not null check (length(name_zh) between 1 and 40),
  name_en        text        not null check (length(name_en) between 1 and 80),
  promise        text        check (length(promise) between 2 and 500),
  circle         text        check (length(circle) between 2 and 500),
  state          text        not null check (state in ('prepared', 'pilot', 'running', 'evaluated', 'continued', 'ended')),
  started_on     date,
  from_community bigint,
  from_theme     uuid,
  adopted        jsonb,
  adopted_at     timestamptz,
  created_at     timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, decision_id)    references themes.decisions,
  foreign key (from_community, from_theme)   references themes.themes,
  check ((from_theme is null) = (adopted is null)),
  check (state = 'prepared' or state = 'ended' or (promise is not null and circle is not null and started_on is not null))
);
comment on table themes.themes is
  'A community''s theme after its decision: what it promises, the circle it rests on, where it stands, and from whom its practice '
  'was adopted (adopted holds that practice as it was then). state sums up themes.states.';
create unique index themes_id on themes.themes (id);
create unique index themes_live on themes.themes (community_id) where state <> 'ended';
create index themes_from on themes.themes (from_community, from_theme) where from_theme is not null;
grant select, insert on themes.themes to linli_app;
grant update (decision_id, promise, circle, state, started_on, from_community, from_theme, adopted, adopted_at) on themes.themes to linli_app;

create table themes.states (
  community_id bigint      not null,
  theme_id     uuid        not null,
  n            smallint    not null check (n >= 1),
  state        text        not null check (state in ('prepared', 'pilot', 'running', 'evaluated', 'continued', 'ended')),
  on_day       date        not null,
  reason       text        not null check (length(reason) between 2 and 500),
  by           uuid        not null references people.people,
  at           timestamptz not null,
  primary key (community_id, theme_id, n),
  foreign key (community_id, theme_id) references themes.themes
);
comment on table themes.states is 'How a theme went from state to state, by whom and why. Append-only.';
grant select, insert on themes.states to linli_app;

create table themes.goals (
  community_id  bigint        not null,
  theme_id      uuid          not null,
  id            uuid          not null,
  version       smallint      not null check (version between 1 and 99),
  text          text          not null check (length(text) between 2 and 200),
  indicator     text          check (length(indicator) between 3 and 60),
  params        jsonb         not null default '{}',
  unit          text          not null check (length(unit) between 1 and 20),
  up            boolean       not null,
  baseline      numeric(14,4),
  baseline_low  numeric(14,4),
  baseline_high numeric(14,4),
  baseline_how  text          not null check (length(baseline_how) between 2 and 300),
  target        numeric(14,4) not null,
  months        smallint      not null check (months between 1 and 60),
  due_on        date          not null,
  criterion     boolean       not null,
  dropped       boolean       not null default false,
  from_goal     uuid,
  reason        text          not null check (length(reason) between 2 and 500),
  set_by        uuid          not null references people.people,
  set_at        timestamptz   not null,
  primary key (community_id, theme_id, id, version),
  foreign key (community_id, theme_id) references themes.themes
);
comment on table themes.goals is
  'What is to change: indicator, where it stood, where it should be and when; criterion: the evaluation judges by it. '
  'Append-only: a change is a new version with its reason, so what was agreed before the start stays readable.';
grant select, insert on themes.goals to linli_app;

create table themes.measures (
  community_id bigint      not null,
  id           uuid        not null,
  theme_id     uuid        not null,
  kind         text        not null check (kind in ('measure', 'zone', 'series', 'resource', 'budget')),
  text         text        not null check (length(text) between 2 and 300),
  refers_to    uuid,
  amount_fen   bigint      check (amount_fen > 0),
  from_on      date        not null,
  until_on     date        check (until_on >= from_on),
  end_reason   text        check (length(end_reason) between 2 and 500),
  from_measure uuid,
  added_by     uuid        not null references people.people,
  added_at     timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, theme_id) references themes.themes,
  check ((kind = 'budget') = (amount_fen is not null))
);
comment on table themes.measures is
  'What the programme consists of: measures, zones of the centre, series, resources, budget lines (planned amounts in fen; the '
  'money itself is kept elsewhere). Ended by date, never removed. refers_to: the series or resource meant.';
create index measures_theme on themes.measures (community_id, theme_id);
grant select, insert on themes.measures to linli_app;
grant update (until_on, end_reason) on themes.measures to linli_app;

create table themes.evaluations (
  community_id bigint      not null,
  id           uuid        not null,
  theme_id     uuid        not null,
  from_on      date        not null,
  to_on        date        not null check (to_on > from_on),
  results      jsonb       not null check (jsonb_typeof(results) = 'array'),
  conclusion   text        not null check (length(conclusion) between 2 and 2000),
  corrects     uuid,
  sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3          text        check (sm3 ~ '^[0-9a-f]{64}$'),
  by           uuid        not null references people.people,
  at           timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, theme_id) references themes.themes,
  foreign key (community_id, corrects) references themes.evaluations
);
comment on table themes.evaluations is
  'Before and after, goal by goal with intervals, and the conclusion in words; what was not reached stands beside what was. Append-only.';
create index evaluations_theme on themes.evaluations (community_id, theme_id, at);
grant select, insert on themes.evaluations to linli_app;

-- The second wall. What is public may be read in any scope; what is not yet, by staff whose area holds the community.

alter table themes.choices enable row level security;
create policy read_choices  on themes.choices for select
  using (kit.scope() = 'job' or themes.covers(community_id) or (public_at is not null and kit.scope() <> ''));
create policy write_choices on themes.choices for insert with check (kit.scope() = 'job' or themes.covers(community_id));
create policy change_choices on themes.choices for update using (kit.scope() = 'job' or themes.covers(community_id));

do $$
declare
  t text;
begin
  -- Parts of a choice follow its publicity.
  foreach t in array array['evidence', 'what_ifs', 'meetings'] loop
    execute format('alter table themes.%I enable row level security', t);
    execute format('create policy read_%1$s on themes.%1$I for select using (exists (select from themes.choices c where c.community_id = %1$I.community_id and c.id = %1$I.choice_id))', t);
    execute format('create policy write_%1$s on themes.%1$I for insert with check (kit.scope() = ''job'' or themes.covers(community_id))', t);
  end loop;
  -- Decisions and what follows from them are public.
  foreach t in array array['decisions', 'themes', 'states', 'goals', 'measures', 'evaluations'] loop
    execute format('alter table themes.%I enable row level security', t);
    execute format('create policy read_%1$s on themes.%1$I for select using (kit.scope() <> '''')', t);
    execute format('create policy write_%1$s on themes.%1$I for insert with check (kit.scope() = ''job'' or themes.covers(community_id))', t);
  end loop;
  foreach t in array array['themes', 'measures'] loop
    execute format('create policy change_%1$s on themes.%1$I for update using (kit.scope() = ''job'' or themes.covers(community_id))', t);
  end loop;
end
$$;

alter table themes.voices enable row level security;
create policy read_voices   on themes.voices for select using (kit.scope() = 'job' or themes.covers(community_id));
create policy change_voices on themes.voices for update using (kit.scope() = 'job' or themes.covers(community_id));
create policy write_voices  on themes.voices for insert
  with check (kit.scope() = 'job' or themes.covers(community_id) or (kit.scope() = 'intake' and channel = 'web' and shown_at is null));

alter table themes.answers enable row level security;
create policy read_answers  on themes.answers for select using (kit.scope() = 'job' or themes.covers(community_id));
create policy write_answers on themes.answers for insert with check (kit.scope() = 'job' or themes.covers(community_id));

create view themes.public_voices with (security_barrier) as
  select v.community_id,
         v.id,
         v.choice_id,
         v.kind,
         v.theme,
         v.text,
         v.channel,
         v.said_at,
         a.text as answer,
         a.at   as answered_at
    from themes.voices  v
    join themes.choices c on c.community_id = v.community_id
                         and c.id = v.choice_id
                         and c.public_at is not null
    left join lateral (select a.text, a.at
                         from themes.answers a
                        where a.community_id = v.community_id
                          and a.voice_id = v.id
                        order by a.n desc
                        limit 1) a on true
   where v.shown_at is not null;
comment on view themes.public_voices is 'What was looked at and is shown, with the last answer; no column says who wrote or entered it.';
grant select on themes.public_voices to linli_app;

create view themes.for_cockpit as
  select t.community_id,
         t.id        as theme_id,
         t.kind_code,
         t.name_zh,
         t.name_en,
         t.state,
         t.started_on
    from themes.themes t
   where t.state <> 'ended';
comment on view themes.for_cockpit is 'The theme each community has now, and where it stands.';
grant select on themes.for_cockpit to linli_app;
