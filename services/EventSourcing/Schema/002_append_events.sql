-- Stores many appends in one call and one transaction. An append whose stream is not at its expected version is
-- left out and is missing from the answer. The lock is held until after commit, so sequence order is commit order
-- and a reader never sees a gap that fills later; streams are touched before sequence numbers are taken, so a
-- left-out append leaves no hole.
create function append_events(
  streams uuid[], stream_types text[], expected_versions bigint[], counts int[],
  headers text[], correlations text[], causations text[], users text[],
  event_appends int[], event_numbers int[], event_ids uuid[], event_types text[], dotnet_types text[], bodies text[],
  view_appends int[], view_names text[], view_bodies text[])
returns table (append int, last_position bigint)
language plpgsql as $$
declare
  at timestamptz;
begin
  perform pg_advisory_xact_lock(7239847001);
  perform pg_notify('mt_events_appended', '');
  at := clock_timestamp();
  return query
  with asked as materialized (
    select a.nr::int as nr, a.stream, a.stream_type, a.expected, a.count, a.header::jsonb as header, a.correlation, a.causation, a.usr
    from unnest(streams, stream_types, expected_versions, counts, headers, correlations, causations, users)
      with ordinality as a(stream, stream_type, expected, count, header, correlation, causation, usr, nr)
  ), created as (
    insert into mt_streams (id, type, version, timestamp, created)
    select a.stream, a.stream_type, a.count, at, at from asked a where a.expected = 0
    on conflict do nothing
    returning id
  ), moved as (
    update mt_streams s set version = a.expected + a.count, timestamp = at
    from asked a where a.expected > 0 and s.id = a.stream and s.version = a.expected
    returning s.id
  ), won as materialized (
    select a.* from asked a where a.stream in (select id from created union all select id from moved)
  ), stored as (
    insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, mt_dotnet_type, correlation_id, causation_id, user_name, headers)
    select nextval('mt_events_sequence'), o.id, o.stream, o.version, o.body, o.type, at, o.dotnet_type, o.correlation, o.causation, o.usr, o.header
    from (
      select e.id, w.stream, w.expected + e.number as version, e.body::jsonb as body, e.type, e.dotnet_type, w.correlation, w.causation, w.usr, w.header
      from unnest(event_appends, event_numbers, event_ids, event_types, dotnet_types, bodies) as e(append, number, id, type, dotnet_type, body)
      join won w on w.nr = e.append
      order by e.append, e.number
    ) o
    returning mt_events.stream_id, seq_id
  ), done as (
    select w.nr, w.stream, w.expected + w.count as version, max(s.seq_id) as position
    from won w join stored s on s.stream_id = w.stream group by 1, 2, 3
  ), shown as (
    insert into views (view, id, version, created_position, position, data)
    select v.name, d.stream, d.version, d.position, d.position, v.body::jsonb
    from unnest(view_appends, view_names, view_bodies) as v(append, name, body) join done d on d.nr = v.append
    on conflict (view, id) do update set version = excluded.version, position = excluded.position, data = excluded.data
  )
  select d.nr, d.position from done d;
end $$;
