-- What passkeys know a person by: random, so that an authenticator tells nobody which account it is for. One row each for
-- whoever has or had a passkey, or was offered one; offer_declined_at: they said "not now", and are not asked again.
create table passkey_owner (
  account_id        bigint primary key references account (id) on delete cascade,
  user_handle       bytea  not null unique,
  offer_declined_at timestamp with time zone
);

-- A passkey (WebAuthn Level 3 §4, credential record). credential_data is what the authenticator gave when it was made
-- (§6.5.2): its kind, the credential's id, the public key. Nothing here opens anything.
create table passkey (
  id              uuid         primary key,
  account_id      bigint       not null references passkey_owner (account_id) on delete cascade,
  credential_id   bytea        not null unique,
  credential_data bytea        not null,
  name            varchar(100) not null,
  transports      varchar(200) not null,
  backup_eligible boolean      not null,
  backed_up       boolean      not null,
  sign_count      bigint       not null,
  created_at      timestamp with time zone not null,
  last_used_at    timestamp with time zone
);
create index passkey_account on passkey (account_id);

-- A challenge that was answered rightly, by its SHA-256: inserting it a second time fails. Challenges that nobody has
-- answered are nowhere: they carry, sealed, until when and for whom they are good.
create table answered_challenge (
  hash    bytea primary key,
  ends_at timestamp with time zone not null
);
create index answered_challenge_ends_at on answered_challenge (ends_at);
