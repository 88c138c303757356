-- A one-time link that makes the first administrator, by SHA-256 of its token.
create table administrator_invitation (
  token_hash bytea primary key,
  ends_at    timestamp with time zone not null,
  used_at    timestamp with time zone
);
create index administrator_invitation_ends_at on administrator_invitation (ends_at);
