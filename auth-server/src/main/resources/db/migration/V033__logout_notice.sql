-- Apps that are still to be told that a session is over (OpenID Connect Back-Channel Logout 1.0). The token that
-- says so is made when it is sent. A row goes once the app has answered, or after a day.
-- due_at: when to try (again); whoever takes a notice to send it moves it into the future first.
create table logout_notice (
  id         uuid         primary key,
  client_id  varchar(255) not null references oauth_client (client_id) on delete cascade,
  session_id uuid         not null,
  account_id bigint       not null,
  attempts   integer      not null,
  due_at     timestamp with time zone not null,
  ends_at    timestamp with time zone not null
);
create index logout_notice_client on logout_notice (client_id);
create index logout_notice_due_at on logout_notice (due_at);
create index logout_notice_ends_at on logout_notice (ends_at);
