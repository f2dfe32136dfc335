-- Files outside the database: each holds the batches first to last, and what is in one may be dropped here.
create table call_archives (
  last bigint primary key,
  first bigint not null unique,
  file text not null,
  at timestamptz not null default now()
);

-- Tokens of an outside authority (RFC 3161): each is over the root of a tree (RFC 9162) whose leaves are the heads of the batches first to last.
create table call_stamps (
  last bigint primary key,
  first bigint not null unique,
  token bytea not null,
  at timestamptz not null default now()
);
