-- What a person allowed a client at one sign-in. Revoking it is one UPDATE and ends every token of it.
-- redirect_uri, code_challenge and nonce belong to its code.
create table oauth_grant (
  id             uuid          primary key,
  client_id      varchar(255)  not null references oauth_client (client_id) on delete cascade,
  account_id     bigint        not null references account (id) on delete cascade,
  scopes         varchar(4000) not null,
  session_id     uuid          not null,
  is_offline     boolean       not null,
  auth_time      timestamp with time zone not null,
  factors        varchar(200)  not null,
  redirect_uri   varchar(2000),
  code_challenge varchar(128),
  nonce          varchar(2000),
  created_at     timestamp with time zone not null,
  purge_at       timestamp with time zone not null,
  revoked_at     timestamp with time zone,
  revoke_reason  varchar(40)
);
create index oauth_grant_account on oauth_grant (account_id, client_id);
create index oauth_grant_client on oauth_grant (client_id);
create index oauth_grant_session on oauth_grant (session_id);
create index oauth_grant_purge_at on oauth_grant (purge_at);

-- A code, an access token or a refresh token, by SHA-256 of its value. One unique index serves every look-up.
-- grant_id is null when a client speaks for itself. parent_hash is the refresh token this one replaced;
-- siblings counts how often that exchange was answered again.
create table oauth_token (
  hash        bytea         primary key,
  kind        varchar(16)   not null,
  grant_id    uuid          references oauth_grant (id) on delete cascade,
  client_id   varchar(255)  not null references oauth_client (client_id) on delete cascade,
  scopes      varchar(4000) not null,
  status      varchar(12)   not null,
  parent_hash bytea,
  siblings    integer       not null,
  issued_at   timestamp with time zone not null,
  expires_at  timestamp with time zone not null,
  status_at   timestamp with time zone,
  purge_at    timestamp with time zone not null
);
create index oauth_token_grant on oauth_token (grant_id);
create index oauth_token_client on oauth_token (client_id);
create index oauth_token_parent on oauth_token (parent_hash);
create index oauth_token_purge_at on oauth_token (purge_at);
