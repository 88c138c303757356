-- The secret that pairwise subjects are computed with, sealed with the master key: one row, made at the first start.
-- Another secret would give everybody another name at every client with pairwise subjects.
create table subject_salt (
  id          integer primary key,
  sealed_salt bytea   not null,
  created_at  timestamp with time zone not null
);
