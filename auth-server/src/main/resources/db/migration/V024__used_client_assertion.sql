-- A client assertion (RFC 7523) that was used, by SHA-256 of its client and jti: inserting it a second time fails.
create table used_client_assertion (
  hash    bytea primary key,
  ends_at timestamp with time zone not null
);
create index used_client_assertion_ends_at on used_client_assertion (ends_at);
