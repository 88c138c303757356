-- A browser in which somebody signed in before, by SHA-256 of its long-lived cookie. It opens nothing: failed sign-ins of
-- a known browser are counted apart from those of strangers, and until trusted_until it is not asked for a second factor
-- as long as the password stays as it is.
create table known_browser (
  id               uuid    not null primary key,
  secret_hash      bytea   not null,
  account_id       bigint  not null references account (id) on delete cascade,
  password_version integer not null,
  trusted_until    timestamp with time zone,
  created_at       timestamp with time zone not null,
  last_used_at     timestamp with time zone not null,
  ends_at          timestamp with time zone not null,
  constraint known_browser_of_account unique (secret_hash, account_id)
);
create index known_browser_account on known_browser (account_id);
create index known_browser_ends_at on known_browser (ends_at);
