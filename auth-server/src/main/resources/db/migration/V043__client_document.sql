-- A document whose address is an app's client_id. The client itself is in oauth_client once the document was good.
-- asked_at: whoever moves it forward is the one to fetch. ends_at: until when it is believed if it cannot be fetched.
-- purge_at: when to look whether the app is in use, and to forget it if it is not.
create table client_document (
  client_id   varchar(255) primary key,
  asked_at    timestamp with time zone not null,
  fresh_until timestamp with time zone,
  ends_at     timestamp with time zone,
  purge_at    timestamp with time zone not null
);
create index client_document_purge_at on client_document (purge_at);
