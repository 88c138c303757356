-- How often something was tried in the window that is running. key_hash is SHA-256 of what is counted and for whom.
create table rate_limit (
  key_hash       bytea   primary key,
  used           integer not null,
  window_ends_at timestamp with time zone not null
);
create index rate_limit_window_ends_at on rate_limit (window_ends_at);
