-- A caller who lost the number of a case is found by his telephone, without the number ever lying open: equal numbers give
-- equal digests under a key that is not in the database. The index goes with the number when it is erased.
alter table cases.contacts
  add column phone_index text,
  add constraint contacts_index_check check (erased_at is null or phone_index is null);
create index contacts_phone on cases.contacts (phone_index) where phone_index is not null;
