-- What people were told when they left something of themselves stands beside it: the day of the text, and no register of
-- persons. It goes when the datum goes. A reporter takes back name or number, or asks not to be called, without losing
-- the case: of a voice these two facts may change, and only by the voice itself or a job.
alter table cases.contacts add column told_on date;
alter table cases.contacts add constraint contacts_told_check
  check (erased_at is null or told_on is null);
alter table activities.registration_contacts add column told_on date;
alter table activities.booking_contacts add column told_on date;

alter table cases.voices add column calls boolean not null default true;
comment on column cases.voices.calls is 'Whether whoever left a number may be called about how it went.';
grant update (has_contact, calls) on cases.voices to linli_app;
create policy own_voice on cases.voices as restrictive for update
  using ((select kit.scope()) = 'job' or ((select kit.scope()) = 'voice' and case_id || ':' || serial = (select kit.voice())));
