-- What all gateways together have given out of one client's quota in one window. Unlogged: a quota that a crash forgets does no harm, and
-- nobody waits for the disk. Applied by whoever comes first, so every statement may run again.
create unlogged table if not exists limit_leases (
  client_policy uuid not null,
  window_number bigint not null,
  ends timestamptz not null,
  leased int not null,
  granted int not null,
  primary key (client_policy, window_number)
);

create index if not exists limit_leases_ends on limit_leases (ends);

-- At most a quarter of what is left: the shares shrink towards the end, so that no gateway sits on quota that another one needs.
create or replace function limit_share(remaining int, wanted int) returns int language sql immutable as
$$ select greatest(0, least(wanted, (remaining + 3) / 4)) $$;
