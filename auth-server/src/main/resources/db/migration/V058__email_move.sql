-- Somebody wants another address for their account. Until the link that was mailed to it was followed (moved_at), nothing
-- has changed; from then on the link that was mailed to the old one takes it back. Only the SHA-256 of each link is kept.
create table email_move (
  id           uuid         primary key,
  account_id   bigint       not null references account (id) on delete cascade,
  old_email    varchar(255) not null,
  new_email    varchar(255) not null,
  confirm_hash bytea        not null,
  undo_hash    bytea,
  moved_at     timestamp with time zone,
  ends_at      timestamp with time zone not null,
  constraint email_move_confirm_hash unique (confirm_hash),
  constraint email_move_undo_hash unique (undo_hash)
);
create index email_move_account on email_move (account_id);
create index email_move_ends_at on email_move (ends_at);
