-- A round may stand still for a year; the layer above may let it stand longer, once.
alter table cases.rounds add column past_year boolean not null default false;
