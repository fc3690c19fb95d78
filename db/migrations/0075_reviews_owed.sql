-- A review of an emergency access that is not written in its time is said once, to the head and to the audit administrator.
alter table cases.glasses add column overdue_told_at timestamptz;
comment on column cases.glasses.overdue_told_at is 'When it was said that the review is late; null where it was in time, or the day has not come.';
grant update (overdue_told_at) on cases.glasses to linli_app;
