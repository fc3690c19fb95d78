-- Papers come to a case beside photos: PDF, kept as it came. Only a photo has sides.
alter table files.files
  alter column width drop not null,
  alter column height drop not null,
  drop constraint files_media_type_check,
  add constraint files_media_type_check check (media_type in ('image/jpeg', 'application/pdf')),
  add constraint files_sides_check check ((media_type = 'image/jpeg') = (width is not null and height is not null));
comment on table files.files is
  'One row per stored photo or paper, written by its upload. Holds neither who sent it nor where it was taken. claimed_at '
  'is the first time a report, proof or attachment referred to it: unclaimed a day after created_at, row and bytes are removed.';
