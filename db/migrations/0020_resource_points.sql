-- Reach is asked behind row-level security, where an index serves only comparisons that cannot leak: plain numbers can, the
-- geometry of points cannot. A box is two ranges; the exact distance is computed over what lies in it.
drop index resources.resources_place;
create index resources_place on resources.resources (lat, lon) where ended_on is null;
