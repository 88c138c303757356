-- What an authorization request asked for beside scopes: the APIs its tokens are for (RFC 8707) and claims that were
-- named one by one (OpenID Connect Core 5.5). Lists with spaces between; empty: nothing in particular.
alter table oauth_grant add column resources varchar(4000) default '' not null;
alter table oauth_grant add column id_token_claims varchar(1000) default '' not null;
alter table oauth_grant add column userinfo_claims varchar(1000) default '' not null;
