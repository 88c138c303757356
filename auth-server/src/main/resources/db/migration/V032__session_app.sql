-- Which apps were given something in a session and want to hear when it ends (back- and front-channel logout).
-- It outlives its session's row for a moment: whoever ends a session reads it afterwards.
create table session_app (
  id         uuid         primary key,
  session_id uuid         not null,
  client_id  varchar(255) not null references oauth_client (client_id) on delete cascade,
  ends_at    timestamp with time zone not null,
  constraint session_app_once unique (session_id, client_id)
);
create index session_app_client on session_app (client_id);
create index session_app_ends_at on session_app (ends_at);
