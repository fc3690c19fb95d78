-- A series may belong to a theme of its community and carry out one of its measures. The themes stood to be built when
-- the series were, so the ties come here.
alter table activities.series
  add constraint series_theme foreign key (community_id, theme_id) references themes.themes,
  add constraint series_measure foreign key (community_id, measure_id) references themes.measures,
  add constraint series_measure_of_theme check (measure_id is null or theme_id is not null);
create index series_of_theme on activities.series (community_id, theme_id) where theme_id is not null;

alter table activities.zones
  add constraint zones_theme foreign key (community_id, theme_id) references themes.themes;
