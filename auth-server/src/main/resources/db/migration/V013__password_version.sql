-- How often the password was changed. Whoever checked a password notes the version it had, and does nothing with the
-- check once there is a newer one: a reset is not undone by what was under way at that moment.
alter table account add column password_version integer default 0 not null;
