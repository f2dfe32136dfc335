-- What passed the gateway, one partition a day (UTC), dropped when its time is over. "entry" is the text that is hashed and proved.
create table calls (
  id uuid not null,
  at timestamptz not null,
  batch bigint not null,
  place int not null,
  kind text not null,
  client text not null,
  method text not null,
  route text not null,
  service text,
  status int not null,
  milliseconds int not null,
  trace text not null,
  entry text not null,
  primary key (id, at)
) partition by range (at);

create index calls_of_client on calls (client, at desc, id desc);
create index calls_newest on calls (at desc, id desc);
create index calls_of_trace on calls (trace);
create index calls_of_batch on calls (batch, place);

-- One chain over all gateways: a head covers the heads before it and the hashes of its calls, in their places, and is signed.
create table call_batches (
  number bigint primary key,
  at timestamptz not null,
  previous bytea not null,
  leaves bytea not null,
  head bytea not null,
  signature bytea not null,
  key_id text not null
);

-- The private halves are sealed under the master key.
create table call_log_keys (
  id text primary key,
  public_key text not null,
  private_key bytea not null,
  created timestamptz not null default now()
);
