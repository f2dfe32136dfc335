using Npgsql;

namespace Ecosystem.Feedback.Proofs;

/// <param name="Event">Id of the event.</param>
/// <param name="Link">Its link in its report's chain when the day was anchored.</param>
public sealed record Leaf(Guid Event, byte[] Link);

/// <summary>The leaves of anchored days, in the order of the log.</summary>
public sealed class Leaves(NpgsqlDataSource database)
{
    public async Task Keep(DateOnly day, IReadOnlyList<Leaf> leaves, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with gone as (delete from anchor_leaves where day = $1 and nr >= cardinality($2::uuid[]))
            insert into anchor_leaves (day, nr, event, link) select $1, l.nr - 1, l.event, l.link from unnest($2::uuid[], $3::bytea[]) with ordinality as l(event, link, nr)
            on conflict (day, nr) do update set event = excluded.event, link = excluded.link
            """);
        foreach (var value in new object[] { day, leaves.Select(leaf => leaf.Event).ToArray(), leaves.Select(leaf => leaf.Link).ToArray() }) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>All leaves of the days to which some events belong.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, List<Leaf>>> DaysOf(Guid[] events, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select day, event, link from anchor_leaves where day in (select day from anchor_leaves where event = any($1)) order by day, nr");
        command.Parameters.Add(new() { Value = events });
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<DateOnly, List<Leaf>> days = [];
        while (await reader.ReadAsync(ct))
        {
            var day = reader.GetFieldValue<DateOnly>(0);
            if (!days.TryGetValue(day, out var leaves)) days[day] = leaves = [];
            leaves.Add(new(reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)));
        }

        return days;
    }
}
