-- How often all access tokens of /jwt/create/ were ended at once, by an operator. A password reset ends the refresh
-- tokens (generation); the access tokens, which live for minutes, run out.
alter table jwt_generation add column access_generation integer default 0 not null;
