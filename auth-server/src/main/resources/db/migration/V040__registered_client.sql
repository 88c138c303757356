-- Whether an app came by itself (RFC 7591): no operator vouches for it, so that people are always asked.
alter table oauth_client add column is_self_registered boolean default false not null;

-- What an app shows at its jwks_uri. asked_at: whoever moves it forward is the one to fetch.
create table client_jwks (
  client_id  varchar(255)  primary key references oauth_client (client_id) on delete cascade,
  uri        varchar(2000) not null,
  jwks       text,
  asked_at   timestamp with time zone not null,
  fetched_at timestamp with time zone
);
