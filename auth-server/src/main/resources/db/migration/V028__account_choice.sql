-- The session that its person chose for a request with prompt=select_account; null: nobody chose yet.
alter table pending_authorization add column chosen_session uuid;
