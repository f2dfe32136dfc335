-- What all gateways together have given out of one client's quota in one window. Unlogged: a quota that a crash forgets does no harm, and
-- nobody waits for the disk.
create unlogged table limit_leases (
  client_policy uuid not null,
  window_number bigint not null,
  ends timestamptz not null,
  leased int not null,
  granted int not null,
  primary key (client_policy, window_number)
);

create index limit_leases_ends on limit_leases (ends);

-- At most a quarter of what is left: the shares shrink towards the end, so that no gateway sits on quota that another one needs.
create function limit_share(remaining int, wanted int) returns int language sql immutable as
$$ select greatest(0, least(wanted, (remaining + 3) / 4)) $$;
