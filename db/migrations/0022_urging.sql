-- Words that ask a case to move: who urged it on which work day, and who supervises it and was answered.
alter table cases.cases
  add column urges        jsonb not null default '[]' check (jsonb_typeof(urges) = 'array'),
  add column supervisions jsonb not null default '[]' check (jsonb_typeof(supervisions) = 'array');
comment on column cases.cases.urges is 'by (a person''s id or a voice''s), at, day: the work day it counts for. The words are in the journal.';
comment on column cases.cases.supervisions is 'Each supervision 督办 with its layer, the time to answer by and the answer. None is ever taken away.';
create index cases_supervised on cases.cases (number) where supervisions @> '[{"answeredAt": null}]';

alter table cases.tallies
  add column urged      integer not null default 0,
  add column supervised integer not null default 0;
