-- What somebody signed in with, for the list of their own sessions: a browser's and a system's well-known name, and the
-- network address as serdab.audit.addresses lets it be kept. Nothing else of what a browser says about itself.
alter table browser_session add column device_browser varchar(40);
alter table browser_session add column device_system varchar(40);
alter table browser_session add column address varchar(64);
