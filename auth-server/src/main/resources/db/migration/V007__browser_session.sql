-- Somebody signed in in one browser. The cookie's value is kept as SHA-256; id is the "sid" of tokens and opens nothing.
create table browser_session (
  id           uuid         primary key,
  secret_hash  bytea        not null,
  account_id   bigint       not null references account (id) on delete cascade,
  auth_time    timestamp with time zone not null,
  factors      varchar(200) not null,
  created_at   timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at      timestamp with time zone not null,
  constraint browser_session_secret_hash unique (secret_hash)
);
create index browser_session_account on browser_session (account_id);
create index browser_session_ends_at on browser_session (ends_at);
