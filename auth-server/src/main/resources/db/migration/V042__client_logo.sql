-- An app's picture as it was fetched from uri; null: it was asked for at asked_at, in vain so far.
create table client_logo (
  client_id  varchar(255)  primary key references oauth_client (client_id) on delete cascade,
  uri        varchar(2000) not null,
  media_type varchar(40),
  picture    bytea,
  asked_at   timestamp with time zone not null
);
