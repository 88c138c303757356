-- The session whose person signed in for this very request, as prompt=login and max_age demand; null: nobody did yet.
alter table pending_authorization add column signed_in_session uuid;
