-- A link that was mailed, by SHA-256 of its token: good for one purpose, once, until ends_at.
-- used_at stays for a while, so that somebody who follows an activation link twice is told what happened.
create table mailed_link (
  token_hash bytea       primary key,
  purpose    varchar(20) not null,
  account_id bigint      not null references account (id) on delete cascade,
  ends_at    timestamp with time zone not null,
  used_at    timestamp with time zone
);
create index mailed_link_account on mailed_link (account_id);
create index mailed_link_ends_at on mailed_link (ends_at);
