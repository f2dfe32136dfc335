-- append_events with less work for the same effect. Elements are taken from the arrays by number, as PL/pgSQL keeps its arrays unpacked: to unnest
-- them side by side fills a store for each. What is new is inserted plainly, for ON CONFLICT passes twice; under the lock only a foreign writer can
-- be faster, and then the call fails as a whole and its appends are tried one by one.
create or replace function append_events(
  streams uuid[], stream_types text[], expected_versions bigint[], counts int[],
  event_appends int[], event_streams uuid[], versions bigint[], event_ids uuid[], event_types text[], dotnet_types text[], bodies jsonb[],
  headers jsonb[], correlations text[], causations text[], users text[], view_names text[], view_bodies jsonb[])
returns table (append int, last_position bigint)
language plpgsql as $$
declare
  at timestamptz;
  created int := 0;
  moved int := 0;
  stored int[];
  positions bigint[];
begin
  perform pg_advisory_xact_lock(7239847001);
  at := clock_timestamp();
  if 0 = any (expected_versions) then
    insert into mt_streams (id, type, version, timestamp, created)
    select streams[n], stream_types[n], counts[n], at, at from generate_series(1, cardinality(streams)) n
    where expected_versions[n] = 0 and (select m.id from mt_streams m where m.id = streams[n]) is null;
    get diagnostics created = row_count;
  end if;
  if 0 < any (expected_versions) then
    update mt_streams m set version = s.expected + counts[s.n], timestamp = at
    from unnest(streams, expected_versions) with ordinality as s (id, expected, n) where s.expected > 0 and m.id = s.id and m.version = s.expected;
    get diagnostics moved = row_count;
  end if;
  if created + moved = cardinality(streams) then
    stored := array(select generate_series(1, cardinality(event_ids)));
  else
    stored := array(
      select n from generate_series(1, cardinality(event_ids)) n where (select m.xmin from mt_streams m where m.id = event_streams[n]) = pg_current_xact_id()::xid);
  end if;
  positions := array(select nextval('mt_events_sequence') from generate_series(1, cardinality(stored)));
  insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, user_name, headers)
  select positions[i], event_ids[n], event_streams[n], versions[n], bodies[n], event_types[n], at, dotnet_types[n], correlations[n], causations[n], users[n], headers[n]
  from unnest(stored) with ordinality as e (n, i);
  if created > 0 then
    insert into views (view, id, version, created_position, position, data)
    select view_names[n], event_streams[n], versions[n], positions[i], positions[i], view_bodies[n]
    from unnest(stored) with ordinality as e (n, i) where view_names[n] is not null and expected_versions[event_appends[n]] = 0;
  end if;
  if moved > 0 then
    insert into views (view, id, version, created_position, position, data)
    select view_names[n], event_streams[n], versions[n], positions[i], positions[i], view_bodies[n]
    from unnest(stored) with ordinality as e (n, i) where view_names[n] is not null and expected_versions[event_appends[n]] > 0
    on conflict (view, id) do update set version = excluded.version, position = excluded.position, data = excluded.data;
  end if;
  return query select event_appends[n], positions[i] from unnest(stored) with ordinality as e (n, i);
end $$;
