-- Keys that sign tokens. The private part is sealed under the master key, with the kid as its label;
-- the public part is what the JWKS shows. Two nodes that start at once make one key: (algorithm, generation) is unique.
create table signing_key (
  kid        varchar(64)   primary key,
  algorithm  varchar(16)   not null,
  generation integer       not null,
  public_jwk varchar(2000) not null,
  sealed_jwk bytea         not null,
  created_at timestamp with time zone not null,
  constraint signing_key_generation unique (algorithm, generation)
);
