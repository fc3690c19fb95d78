-- The photos of the last mixing bear its day, too; and who lets photos go hears which are still an answer.

create or replace function surveys.mix_closed(community bigint, survey uuid, fewest integer, today date) returns integer
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  moved integer;
begin
  create temp table left_over on commit drop as
    select version, channel, grid_id, answered_on, answers from surveys.inbox where false;
  with taken as (
    delete from surveys.inbox where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  get diagnostics moved = row_count;
  with taken as (
    delete from surveys.answers where community_id = community and survey_id = survey
    returning version, channel, grid_id, answered_on, answers)
  insert into pg_temp.left_over select * from taken;
  -- Of all of them: an earlier day would say with which lot a photo came.
  perform surveys.blur_photos(
    (select array_agg(hash) from pg_temp.left_over l, unnest(surveys.photos_in(l.answers)) hash), today);
  -- Too few to be named, and where those together are still too few, the next smallest grid with them.
  with sizes as (
    select version, grid_id, count(*) as n, grid_id is null or count(*) < fewest as small
      from pg_temp.left_over
     group by version, grid_id),
  ranked as (
    select version,
           grid_id,
           small,
           coalesce(sum(n) filter (where small) over (partition by version), 0) as hidden,
           row_number() over (partition by version, small order by n, grid_id)  as nth
      from sizes),
  named as (
    select version, grid_id
      from ranked
     where not small
       and not (hidden between 1 and fewest - 1 and nth = 1))
  insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
  select community, survey, gen_random_uuid(), l.version, l.channel, n.grid_id, today, l.answers
    from pg_temp.left_over l
    left join named n on n.version = l.version and n.grid_id = l.grid_id
   order by gen_random_uuid();
  drop table pg_temp.left_over;
  return moved;
end
$$;

create function surveys.photos_used(hashes text[]) returns text[]
  language plpgsql
  stable
  security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if kit.scope() <> 'job' then
    raise exception 'only a job asks which photos are answers';
  end if;
  return (
    select coalesce(array_agg(distinct h), '{}')
      from unnest(hashes) h
     where exists (select from surveys.answers a where h = any (surveys.photos_in(a.answers)))
        or exists (select from surveys.inbox i where h = any (surveys.photos_in(i.answers)))
        or exists (select from surveys.paper p where h = any (surveys.photos_in(p.answers))));
end
$$;
comment on function surveys.photos_used(text[]) is 'Which of these photos an answer still shows, whether it is mixed or waits.';
revoke all on function surveys.photos_used(text[]) from public;
grant execute on function surveys.photos_used(text[]) to linli_app;
