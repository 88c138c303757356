-- A signing key's life: in the JWK Set (created_at), signing (activates_at) until one of a higher generation signs or
-- retired_at comes, then only verified, at last deleted. sealed_jwk loses its private part some time after the last
-- signature. A kid may come from another provider, so it may be longer.
alter table signing_key add column activates_at timestamp with time zone;
alter table signing_key add column retired_at timestamp with time zone;
update signing_key set activates_at = created_at;
alter table signing_key alter column activates_at set not null;
alter table signing_key alter column kid set data type varchar(255);
alter table signing_key alter column public_jwk set data type varchar(4000);
