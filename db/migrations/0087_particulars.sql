-- What was answered to the questions of a category while it was reported: codes, and the words of that day. Choices only,
-- so nothing of a person.
alter table cases.cases add column particulars jsonb not null default '[]';
