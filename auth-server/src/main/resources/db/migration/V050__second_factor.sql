-- The app that computes somebody's one-time codes (RFC 6238). The seed is sealed with the master key. A code counts only
-- if its time step is later than last_step, so that none is used twice.
create table totp (
  account_id  bigint not null primary key references account (id) on delete cascade,
  sealed_seed bytea  not null,
  last_step   bigint not null,
  created_at  timestamp with time zone not null
);

-- Codes for the day on which that app is gone, by SHA-256. A code that was used is deleted.
create table recovery_code (
  code_hash  bytea  not null primary key,
  account_id bigint not null references account (id) on delete cascade
);
create index recovery_code_account on recovery_code (account_id);
