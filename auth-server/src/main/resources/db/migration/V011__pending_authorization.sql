-- An authorization request that waits for a sign-in or for consent, by SHA-256 of the handle in the URL.
-- parameters is the request's query string.
create table pending_authorization (
  handle_hash bytea primary key,
  parameters  text  not null,
  created_at  timestamp with time zone not null,
  ends_at     timestamp with time zone not null
);
create index pending_authorization_ends_at on pending_authorization (ends_at);
