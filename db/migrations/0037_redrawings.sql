-- Grids are drawn on our own map: a draft of a community's next outlines, saved as it grows, judged by the rules of core.
create table places.redrawings (
  id         uuid        primary key,
  area_id    bigint      not null references places.areas,
  state      text        not null default 'draft' check (state in ('draft', 'dropped')),
  version    integer     not null default 1 check (version > 0),
  base       text        not null check (length(base) between 1 and 200),
  parts      jsonb       not null check (jsonb_typeof(parts) = 'array'),
  made_by    uuid        not null,
  made_at    timestamptz not null,
  changed_by uuid        not null,
  changed_at timestamptz not null
);
comment on table places.redrawings is
  'Drafts of new grids of a community: one open at a time, kept by those who keep places. Holds outlines and names of '
  'grids, nobody''s data. base names the grids and outlines it began from.';
comment on column places.redrawings.parts is 'PartView[] of core/places/contract-redrawing.ts: corners in ten-millionths of a degree.';
create unique index redrawings_one_draft on places.redrawings (area_id) where state = 'draft';

alter table places.redrawings enable row level security;
create policy known on places.redrawings for select using ((select kit.scope()) in ('staff', 'job'));
create policy opened on places.redrawings for insert with check ((select kit.scope()) in ('staff', 'job'));
create policy drawn on places.redrawings for update using ((select kit.scope()) in ('staff', 'job'));
grant select, insert on places.redrawings to linli_app;
grant update (state, version, parts, changed_by, changed_at) on places.redrawings to linli_app;
