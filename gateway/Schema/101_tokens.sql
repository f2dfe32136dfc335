-- Keys that sign tokens, each sealed with a key of its own (personal_keys), which the master key wraps.
create table signing_keys (
  kid text primary key,
  created timestamptz not null,
  sealed text not null
);

-- Signed assertions of partners that were used: none is good twice, at no instance.
create table used_assertions (
  client text not null,
  jti bytea not null,
  expires timestamptz not null,
  primary key (client, jti)
);
create index used_assertions_expired on used_assertions (expires);
