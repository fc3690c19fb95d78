-- Every sign-in asks where its person stands in now: by the roster, or for somebody who is away and named him.
create index duties_person on people.duties (person_id, to_at) where withdrawn_at is null;
create index absences_deputy on people.absences (deputy_id, last_on) where withdrawn_at is null and deputy_id is not null;
