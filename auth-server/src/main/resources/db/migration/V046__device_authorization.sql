-- A device that waits for somebody to sign it in elsewhere (RFC 8628), by SHA-256 of its device code; people find it by
-- the user code that it shows. status is pending, allowed, denied or used; grant_id is what was allowed.
-- It may ask again from next_poll_at on, and every time it does so sooner the interval grows.
create table device_authorization (
  device_code_hash bytea         primary key,
  user_code_hash   bytea         not null unique,
  client_id        varchar(255)  not null references oauth_client (client_id) on delete cascade,
  scopes           varchar(4000) not null,
  resources        varchar(4000) not null,
  device_name      varchar(400),
  asked_from       varchar(64)   not null,
  status           varchar(12)   not null,
  grant_id         uuid          references oauth_grant (id) on delete cascade,
  interval_seconds integer       not null,
  next_poll_at     timestamp with time zone not null,
  created_at       timestamp with time zone not null,
  expires_at       timestamp with time zone not null,
  purge_at         timestamp with time zone not null
);
create index device_authorization_client on device_authorization (client_id);
create index device_authorization_grant on device_authorization (grant_id);
create index device_authorization_purge_at on device_authorization (purge_at);
