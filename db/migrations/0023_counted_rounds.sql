-- A figure that only rows can tell (durations, hand-overs) went from rounds to cases to learn the place, once a row. A
-- round now knows for which place it counts, and its minutes, so that an area's rounds lie side by side in an index.

alter table cases.rounds
  add column counted_path    text,
  add column handled_minutes integer generated always as (
    case
      when undone_at is null and not self_handled
      then floor((extract(epoch from handled_at - first_dispatched_at) - stopped_seconds) / 60)
    end) stored;
comment on column cases.rounds.counted_path is
  'Where the figures count this round: the filed_path of its case; null while the case is void or merged.';
comment on column cases.rounds.handled_minutes is
  'From dispatch to handling in whole minutes, without what stood still; null where figure 5 counts nothing.';

update cases.rounds r
   set counted_path = c.filed_path
  from cases.cases c
 where c.community_id = r.community_id
   and c.id = r.case_id
   and c.state not in ('VOID', 'MERGED');
-- Deferred checks of the rows just written are done now: an index waits for none.
set constraints all immediate;

-- What the policy asks of a row (its case) lies in the index too: a sum then reads the index alone.
drop index cases.rounds_handled;
drop index cases.rounds_closed;
create index rounds_handled on cases.rounds (counted_path text_pattern_ops, handled_at)
  include (handled_minutes, community_id, case_id)
  where handled_minutes is not null;
create index rounds_closed on cases.rounds (counted_path text_pattern_ops, closed_at)
  include (handovers_at_close, undone_at, round, community_id, case_id)
  where closed_at is not null;
create index rounds_undone on cases.rounds (counted_path text_pattern_ops, closed_at)
  where undone_at is not null;
