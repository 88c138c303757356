-- What an account says about its person beside name and e-mail: a row for each attribute, under the name of its claim
-- (OpenID Connect Core 5.1), with "address." in front of the parts of the address. phone_number_verified is "true" or
-- "false".
create table account_attribute (
  account_id bigint        not null references account (id) on delete cascade,
  name       varchar(40)   not null,
  content    varchar(2000) not null,
  updated_at timestamp with time zone not null,
  primary key (account_id, name)
);

-- When the name last changed; null: never.
alter table account add column updated_at timestamp with time zone;

update scope set is_announced = true where name in ('address', 'phone');
update scope_sentence set sentence = 'See your name and the rest of your profile'
  where scope = 'profile' and language = 'en';
update scope_sentence set sentence = '이름과 프로필의 나머지 정보를 봅니다'
  where scope = 'profile' and language = 'ko';
