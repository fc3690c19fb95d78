-- Who is who at a provider of sign-ins. A link is made by the owner of the account; no account is ever made by a sign-in.
create table people.identities (
  issuer    text        not null check (length(issuer) between 8 and 300),
  subject   text        not null check (length(subject) between 1 and 255),
  person_id uuid        not null references people.people,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (issuer, person_id)
);
comment on table people.identities is
  'Subject of an OpenID Connect provider and the account it opens. Linked by the owner while signed in; job scope only.';
grant select, insert, delete on people.identities to linli_app;
alter table people.identities enable row level security;
create policy job_all on people.identities to linli_app using ((select kit.scope()) = 'job') with check ((select kit.scope()) = 'job');
