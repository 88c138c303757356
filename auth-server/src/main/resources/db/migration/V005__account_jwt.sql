-- Refresh tokens of /jwt/create/ that are used up, by SHA-256 of their jti. Of two that come at once the insert lets one through.
create table jwt_blacklist (
  jti_hash   bytea primary key,
  expires_at timestamp with time zone not null
);
create index jwt_blacklist_expires_at on jwt_blacklist (expires_at);

-- How often all refresh tokens of an account were ended at once; each carries the number it was made under. No row: never.
create table jwt_generation (
  account_id bigint  primary key references account (id) on delete cascade,
  generation integer not null
);
