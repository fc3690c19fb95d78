-- A leg remembered only the last result it handed in. Every one stays now with its refusal, so that a layer's own figures
-- (loop.md 7.2: handed in, refused by its giver, vouched for onward, time in hand) are read from the legs it received.

alter table cases.legs
  add column results jsonb not null default '[]' check (jsonb_typeof(results) = 'array');
comment on column cases.legs.results is
  'Handed in to the giver, in order: at; since (of a result vouched for: when the work of the layer above had passed, null '
  'for own work); refusedAt (null unless the giver''s check failed).';

-- What the journal says about legs that exist: a result is refused by the next failed check of its leg.
with told as (
  select e.community_id,
         e.case_id,
         e.version,
         e.move,
         e.at,
         (e.facts ->> 'leg')::smallint as leg,
         max(e.at) filter (where e.move = 'checkPass')
           over (partition by e.community_id, e.case_id order by e.version) as passed_at
    from cases.entries e
   where e.move in ('handle', 'confirmOnward', 'checkPass', 'checkFail')
),
per_leg as (
  select t.*,
         lead(t.move) over (partition by t.community_id, t.case_id, t.leg order by t.version) as next_move,
         lead(t.at)   over (partition by t.community_id, t.case_id, t.leg order by t.version) as next_at
    from told t
   where t.leg is not null
),
results as (
  select p.community_id,
         p.case_id,
         p.leg,
         jsonb_agg(
           jsonb_build_object(
             'at',        to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'since',     case when p.move = 'confirmOnward'
                               then to_char(p.passed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end,
             'refusedAt', case when p.next_move = 'checkFail'
                               then to_char(p.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') end)
           order by p.version) as list
    from per_leg p
   where p.move in ('handle', 'confirmOnward')
   group by p.community_id, p.case_id, p.leg
)
update cases.legs l
   set results = r.list
  from results r
 where r.community_id = l.community_id
   and r.case_id = l.case_id
   and r.leg = l.serial;
-- Deferred checks of the rows just written are done now: an index waits for none.
set constraints all immediate;

create index legs_received on cases.legs (receiver_area_id, ended_at)
  where kind = 'lead';
create index clocks_missed on cases.clocks (due_at)
  where overdue_at is not null and kind in ('HANDLE', 'WHOLE');
