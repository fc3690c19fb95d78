-- The link of a receipt carries a secret of its own, long enough that nobody can try it. Receipts from before have none:
-- their six characters, with the number, go on opening them.
alter table cases.voices add column link_hash bytea check (length(link_hash) = 32);
comment on table cases.voices is 'Who reported, as a number and the hashes of two secrets: the six characters of the receipt, which open only with the number and after few tries, and the long one in its link. Either follows, confirms, rates and reopens.';
