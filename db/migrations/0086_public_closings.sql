-- Everybody may read when a public matter was closed, in its row: lists of what is done stand by that, and not by the last
-- thing that happened to a case, which may be its being laid away.
create or replace view cases.public_cases as
select c.community_id,
       c.id,
       c.number,
       c.state,
       c.category,
       c.category_class,
       c.urgent,
       c.tier,
       c.round,
       c.filed_area_id,
       c.filed_path,
       c.grid_id,
       c.reported_at,
       c.filed_at,
       c.last_at,
       c.due_at,
       c.shown_clock,
       c.lon,
       c.lat,
       case when c.state in ('CLOSED', 'ARCHIVED') then r.closed_at end as closed_at
  from cases.cases c
  left join cases.rounds r on r.community_id = c.community_id
                          and r.case_id = c.id
                          and r.round = c.round
 where c.is_public;
