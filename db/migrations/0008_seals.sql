-- Seals over the append-only journals: one hash chain per journal and community, written in batches by a job,
-- so that a report waits for nothing.

create table kit.seals (
  community_id bigint      not null references places.areas,
  journal      text        not null check (journal ~ '^[a-z]+\.[a-z_]+$'),
  serial       integer     not null check (serial > 0),
  keys         text[]      not null check (cardinality(keys) > 0),
  seqs         bigint[]    not null check (cardinality(seqs) = cardinality(keys)),
  digests      bytea       not null check (length(digests) = 32 * cardinality(keys)),
  prev_hash    bytea       not null check (length(prev_hash) = 32),
  hash         bytea       not null check (length(hash) = 32),
  sealed_at    timestamptz not null,
  primary key (community_id, journal, serial)
);
comment on table kit.seals is
  'Append-only. Each row covers some entries of a journal, in the order of their commits: their keys, their places '
  'and the hash of each, bound to the seal before it. Written by the sealing job; read by linli verify.';
grant select, insert on kit.seals to linli_app;
