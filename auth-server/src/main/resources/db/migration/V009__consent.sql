-- The scopes there are, and what allowing one means, a sentence per language. Discovery announces those that have
-- an effect: address and phone have none until accounts have such attributes.
create table scope (
  name         varchar(200) primary key,
  position     integer      not null,
  is_announced boolean      not null
);

create table scope_sentence (
  scope    varchar(200) not null references scope (name) on delete cascade,
  language varchar(8)   not null,
  sentence varchar(400) not null,
  primary key (scope, language)
);

insert into scope (name, position, is_announced) values
  ('openid', 1, true), ('profile', 2, true), ('email', 3, true), ('address', 4, false), ('phone', 5, false),
  ('groups', 6, true), ('permissions', 7, true), ('offline_access', 8, true), ('account', 9, true),
  ('notes.read', 10, true), ('notes.write', 11, true);

insert into scope_sentence (scope, language, sentence) values
  ('openid', 'en', 'Know that it is you'),
  ('openid', 'ko', '본인임을 확인합니다'),
  ('profile', 'en', 'See your name'),
  ('profile', 'ko', '이름을 봅니다'),
  ('email', 'en', 'See your e-mail address'),
  ('email', 'ko', '이메일 주소를 봅니다'),
  ('address', 'en', 'See your postal address'),
  ('address', 'ko', '우편 주소를 봅니다'),
  ('phone', 'en', 'See your phone number'),
  ('phone', 'ko', '전화번호를 봅니다'),
  ('groups', 'en', 'See which groups you belong to'),
  ('groups', 'ko', '속한 그룹을 봅니다'),
  ('permissions', 'en', 'See what you are permitted to do'),
  ('permissions', 'ko', '부여된 권한을 봅니다'),
  ('offline_access', 'en', 'Keep this access after you sign out here'),
  ('offline_access', 'ko', '여기서 로그아웃한 뒤에도 접근을 유지합니다'),
  ('account', 'en', 'See and change your account'),
  ('account', 'ko', '계정을 보고 변경합니다'),
  ('notes.read', 'en', 'Read your notes'),
  ('notes.read', 'ko', '노트를 읽습니다'),
  ('notes.write', 'en', 'Write notes for you'),
  ('notes.write', 'ko', '노트를 대신 작성합니다');

-- What a person allowed an app: a row for each scope.
create table oauth_consent (
  account_id bigint       not null references account (id) on delete cascade,
  client_id  varchar(255) not null references oauth_client (client_id) on delete cascade,
  scope      varchar(200) not null,
  granted_at timestamp with time zone not null,
  primary key (account_id, client_id, scope)
);
create index oauth_consent_client on oauth_consent (client_id);
