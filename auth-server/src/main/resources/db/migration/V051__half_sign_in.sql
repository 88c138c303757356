-- Somebody showed one factor and is asked for the second, by SHA-256 of their cookie. It opens nothing by itself, ends
-- soon and is taken away by the sign-in that it leads to. A new password makes it worthless.
create table half_sign_in (
  secret_hash      bytea        not null primary key,
  account_id       bigint       not null references account (id) on delete cascade,
  password_version integer      not null,
  factors          varchar(200) not null,
  ends_at          timestamp with time zone not null
);
create index half_sign_in_account on half_sign_in (account_id);
create index half_sign_in_ends_at on half_sign_in (ends_at);
