-- Tokens of a client that speaks for itself need no row of their own if it is registered with stateless_tokens: each
-- carries the client's token_generation, and counting that on ends all of them at once.
alter table oauth_client add column token_generation bigint default 0 not null;

-- Those of them that were given back one by one, by SHA-256 of the token, until they would have expired anyway.
create table revoked_token (
  hash       bytea primary key,
  expires_at timestamp with time zone not null
);
create index revoked_token_expires_at on revoked_token (expires_at);
