-- An appeal against lateness: once per case, two different reviewers. The lateness itself is written in its clock and stays.
alter table cases.cases
  add column appeal jsonb,
  add check (appeal is null or appeal -> 'reviews' -> 1 is null
             or appeal -> 'reviews' -> 0 ->> 'by' <> appeal -> 'reviews' -> 1 ->> 'by');
comment on column cases.cases.appeal is 'Who appealed for which party, the due that was missed, the reviews, and whether it is excused: null until two have said.';
alter table cases.tallies add column excused integer not null default 0;
