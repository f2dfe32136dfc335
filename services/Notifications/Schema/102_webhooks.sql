-- Events find the webhooks that want them by keys (entered at once: a list of pending ones would be read with each event); owners list their own.
create index view_webhook_keys on view_webhook using gin ((data->'keys')) with (fastupdate = off);
create index view_webhook_owner on view_webhook ((data->>'owner'), created_position desc, id desc);

-- How far the feed has been spread over the webhooks.
create table webhook_progress (position bigint not null);
insert into webhook_progress select coalesce(max(seq_id), 0) from mt_events;

-- One event on its way to one webhook. Due lies ahead also while an instance has it in hand: whoever dies with it lets it be taken again.
create table webhook_deliveries (
  webhook uuid not null,
  entry uuid not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'given_up')),
  attempts int not null default 0,
  due timestamptz not null default now(),
  began timestamptz not null default now(),
  primary key (webhook, entry)
);
create index webhook_deliveries_due on webhook_deliveries (webhook, due) where state = 'pending';
create index webhook_deliveries_old on webhook_deliveries (began);

create table webhook_attempts (
  id bigint generated always as identity primary key,
  webhook uuid not null,
  event uuid not null,
  number int not null,
  at timestamptz not null default now(),
  milliseconds int not null,
  status int,
  outcome text not null,
  answer text not null,
  next_at timestamptz
);
create index webhook_attempts_of on webhook_attempts (webhook, id desc);
create index webhook_attempts_old on webhook_attempts (at);

create index view_webhook_status on view_webhook ((data->>'status'));
