-- When the time of a whistle passes and somebody is not there, it is said once: by the journal, and to the desk that called.
alter table cases.whistles
  add column passed_at timestamptz check (passed_at >= meet_by);
comment on column cases.whistles.passed_at is
  'When the job wrote down that the time to meet had passed with somebody missing; null while it has not, or nobody was.';
