using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Npgsql;

namespace Ecosystem.Feedback.Watching;

/// <summary>
/// Which watchers a report may concern, without opening everybody's places: cells of a grid that a circle touches, each as a keyed hash beside the
/// watcher's stream. It is no event, for it must go without a trace when the person stops watching or is erased.
/// </summary>
public sealed class WatchedCells(NpgsqlDataSource database, EventStream<Watcher, WatchingEvent> watchers, PersonalData personal, KeyedHash hash)
{
    /// <summary>In degrees, some 2.2 km: one person's circles touch a few, and one cell of a city has hundreds of watchers and not thousands.</summary>
    private const double Cell = 0.02;

    private const string Replace = "with gone as (delete from watched_cell where watcher = $1 and cell <> all($2)) insert into watched_cell (cell, watcher) select unnest($2), $1 on conflict do nothing";

    /// <summary>Makes the cells those of the places that are watched now. One at a time for a watcher, each reads last what is stored: so the last one leaves the truth.</summary>
    public async Task Settle(Guid watcher, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);
        await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('watched cells ' || $1, 0))", connection) { Parameters = { new() { Value = $"{watcher}" } } };
        await alone.ExecuteNonQueryAsync(ct);
        var cells = await Of((await watchers.Load(watcher, ct)).State, ct);
        await using var replace = new NpgsqlCommand(Replace, connection) { Parameters = { new() { Value = watcher }, new() { Value = cells } } };
        await replace.ExecuteNonQueryAsync(ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Streams of those one of whose circles may hold the spot.</summary>
    public async Task<IReadOnlyList<Guid>> Watchers(Spot spot, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select watcher from watched_cell where cell = $1");
        command.Parameters.Add(new() { Value = Hashed(Nr(spot.Latitude), Nr(spot.Longitude)) });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<Guid> found = [];
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0));
        return found;
    }

    private async Task<long[]> Of(Watcher watcher, CancellationToken ct)
    {
        HashSet<long> cells = [];
        foreach (var watch in watcher.Places.Values)
            if (WatchedPlace.Read(await personal.Open(watcher.Citizen, watch.Place, ct)) is { } place)
                cells.UnionWith(Touched(place).Select(cell => Hashed(cell.North, cell.East)));
        return [.. cells];
    }

    /// <summary>The cells of the box around the circle.</summary>
    public static IEnumerable<(int North, int East)> Touched(WatchedPlace place)
    {
        var box = Box.Around(place.Latitude, place.Longitude, place.Radius);
        for (var north = Nr(box.South); north <= Nr(box.North); north++)
            for (var east = Nr(box.West); east <= Nr(box.East); east++)
                yield return (north, east);
    }

    public static int Nr(double degrees) => (int)Math.Floor(degrees / Cell);

    private long Hashed(int north, int east) =>
        BinaryPrimitives.ReadInt64LittleEndian(hash.Of("watched cells", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{north}:{east}"))));
}
