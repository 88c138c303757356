-- A request that its client pushed (RFC 9126) waits here from the start, under the handle in its request_uri: that opens
-- it for this client until pushed_until. Until it is opened for the first time, ends_at is the same time.
alter table pending_authorization add column pushed_by varchar(255) references oauth_client (client_id) on delete cascade;
alter table pending_authorization add column pushed_until timestamp with time zone;
create index pending_authorization_pushed_by on pending_authorization (pushed_by);
