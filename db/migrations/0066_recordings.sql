-- Voice notes come to a case beside photos and papers: speech of at most a minute, blanked of everything but the sound.
alter table files.files
  add column seconds smallint check (seconds between 1 and 62),
  drop constraint files_media_type_check,
  add constraint files_media_type_check check (
    media_type in ('image/jpeg', 'application/pdf', 'audio/webm', 'audio/ogg', 'audio/mp4')),
  add constraint files_spoken_check check ((media_type like 'audio/%') = (seconds is not null));
comment on table files.files is
  'One row per stored photo, paper or voice note, written by its upload. Holds neither who sent it nor where it was taken. '
  'claimed_at is the first time a report, proof or attachment referred to it: unclaimed a day after created_at, row and '
  'bytes are removed.';

-- The job that lets voice notes go finds them without reading the journal through.
create index entries_recordings on cases.entries (community_id, case_id) where facts ? 'recordings';
