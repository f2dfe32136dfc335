-- As before, without the notification: NOTIFY in the transaction costs each call a second lock that is held over the flush.
-- The appending process tells the others after commit (Wakeups); whoever misses that polls.
create or replace function append_events(
  streams uuid[], stream_types text[], expected_versions bigint[], counts int[],
  event_appends int[], event_streams uuid[], versions bigint[], event_ids uuid[], event_types text[], dotnet_types text[], bodies jsonb[],
  headers jsonb[], correlations text[], causations text[], users text[], view_names text[], view_bodies jsonb[])
returns table (append int, last_position bigint)
language plpgsql as $$
declare
  at timestamptz;
  lost uuid[] = '{}';
  won uuid[];
begin
  perform pg_advisory_xact_lock(7239847001);
  at := clock_timestamp();
  with created as (
    insert into mt_streams (id, type, version, timestamp, created)
    select s.id, s.type, s.count, at, at from unnest(streams, stream_types, expected_versions, counts) as s(id, type, expected, count) where s.expected = 0
    on conflict do nothing returning id
  ), moved as (
    update mt_streams m set version = s.expected + s.count, timestamp = at
    from unnest(streams, expected_versions, counts) as s(id, expected, count) where s.expected > 0 and m.id = s.id and m.version = s.expected
    returning m.id
  )
  select array(select id from created union all select id from moved) into won;
  if cardinality(won) < cardinality(streams) then
    lost := array(select unnest(streams) except select unnest(won));
  end if;
  return query
  with numbered as materialized (
    select nextval('mt_events_sequence') as seq_id, e.*
    from unnest(event_appends, event_streams, versions, event_ids, event_types, dotnet_types, bodies, headers, correlations, causations, users, view_names, view_bodies)
      as e(append, stream, version, id, type, dotnet_type, body, header, correlation, causation, usr, view_name, view_body)
    where e.stream <> all (lost)
  ), stored as (
    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, user_name, headers)
    select n.seq_id, n.id, n.stream, n.version, n.body, n.type, at, n.dotnet_type, n.correlation, n.causation, n.usr, n.header from numbered n
  ), shown as (
    insert into views (view, id, version, created_position, position, data)
    select n.view_name, n.stream, n.version, n.seq_id, n.seq_id, n.view_body from numbered n where n.view_name is not null
    on conflict (view, id) do update set version = excluded.version, position = excluded.position, data = excluded.data
  )
  select n.append, n.seq_id from numbered n;
end $$;
