-- A use written down wrongly is put right by another row that names it; sums leave out what was corrected. No units: it did
-- not take place after all.
alter table resources.uses
  add column corrects integer check (corrects < serial),
  add column reason   text check (length(reason) between 2 and 500),
  add constraint uses_correction_has_reason check ((corrects is null) = (reason is null)),
  add constraint uses_corrected_once unique (community_id, request_id, corrects),
  add constraint uses_corrects_a_use foreign key (community_id, request_id, corrects) references resources.uses,
  drop constraint uses_units_check,
  add constraint uses_units_check check (units between 0 and 100000 and (units > 0 or corrects is not null));
comment on column resources.uses.corrects is 'The serial of the entry this one puts right; that one counts no more.';

alter table resources.request_moves
  drop constraint request_moves_move_check,
  add constraint request_moves_move_check
    check (move in ('ask', 'answer', 'escalate', 'withdraw', 'register', 'use', 'correct', 'report'));
