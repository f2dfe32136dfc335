-- Marten's layout (streams, events, progression), so that a Marten on the same database reads and appends too.
create sequence mt_events_sequence;

create table mt_streams (
  id uuid primary key,
  type varchar,
  version bigint,
  timestamp timestamptz not null default now(),
  created timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  is_archived boolean default false
);

create table mt_events (
  seq_id bigint primary key,
  id uuid not null,
  stream_id uuid references mt_streams (id) on delete cascade,
  version bigint not null,
  data jsonb not null,
  bdata bytea,
  type varchar(500) not null,
  timestamp timestamptz not null default now(),
  tenant_id varchar default '*DEFAULT*',
  mt_dotnet_type varchar,
  correlation_id varchar,
  causation_id varchar,
  user_name varchar,
  headers jsonb,
  is_archived boolean default false
);

create unique index pk_mt_events_stream_and_version on mt_events (stream_id, version);

create table mt_event_progression (
  name varchar primary key,
  last_seq_id bigint,
  last_updated timestamptz default transaction_timestamp()
);

-- Read models of one stream, stored together with its events; one partition a view.
create table views (
  view text not null,
  id uuid not null,
  version bigint not null,
  created_position bigint not null,
  position bigint not null,
  data jsonb not null,
  primary key (view, id)
) partition by list (view);

-- One key a person, wrapped by a master key that is not in this database. Deleting the row erases the person.
create table personal_keys (
  subject text primary key,
  wrapped bytea not null,
  created timestamptz not null default now()
);
