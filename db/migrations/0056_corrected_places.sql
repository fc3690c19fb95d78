-- A day that is played again counts a case where it was filed then. Cases whose place was corrected since are found by
-- their corrections, which are few.
create index entries_corrected on cases.entries (at)
  where move = 'correct';
