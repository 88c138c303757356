-- Mails on their way. Recipient and kind stay in the clear for the operator; everything a mail says, its subject
-- too, is sealed under the master key with the id as its label, and gone (null) once the mail has ended.
-- state: WAITING, SENT, REFUSED (the address takes no mail), GIVEN_UP (postponed for three days),
-- KEPT (development without a mail server).
-- due_at: when to try (again); whoever takes a waiting mail to send it moves it into the future first.
-- purge_at: when the row may go; a waiting mail has none.
create table mail_outbox (
  id             uuid         primary key,
  kind           varchar(60)  not null,
  recipient      varchar(320) not null,
  state          varchar(10)  not null,
  sealed_message bytea,
  attempts       integer      not null,
  problem        varchar(300),
  posted_at      timestamp with time zone not null,
  due_at         timestamp with time zone not null,
  ended_at       timestamp with time zone,
  purge_at       timestamp with time zone
);
create index mail_outbox_due on mail_outbox (state, due_at);
create index mail_outbox_posted_at on mail_outbox (posted_at);
create index mail_outbox_purge_at on mail_outbox (purge_at);
