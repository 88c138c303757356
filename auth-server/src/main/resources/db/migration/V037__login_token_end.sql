-- A key that nobody has used for a year is deleted: every log-in makes one, and few log out.
alter table login_token add column ends_at timestamp with time zone;
update login_token set ends_at = current_timestamp + interval '365' day;
alter table login_token alter column ends_at set not null;
create index login_token_ends_at on login_token (ends_at);
