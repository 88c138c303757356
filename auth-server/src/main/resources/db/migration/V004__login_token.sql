-- Keys of /token/login/, good until their holder logs out. Only SHA-256 is kept: reading this table opens no account.
create table login_token (
  key_hash   bytea  primary key,
  account_id bigint not null references account (id) on delete cascade,
  created_at timestamp with time zone not null
);
create index login_token_account on login_token (account_id);
