using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.EventSourcing;

/// <summary>One row's change by one event.</summary>
/// <param name="To">Pure: the row as it was (null: none) to the row as it is (null: none any more).</param>
public sealed record Change<TRow>(Guid Id, Func<TRow?, TRow?> To) where TRow : class;

internal interface IProjection
{
    string Name { get; }

    string Table => $"projection_{Name}";

    string Checkpoint => $"projection:{Name}";

    /// <summary>Folds events into the rows of <paramref name="table"/>, in the connection's transaction.</summary>
    Task Apply(NpgsqlConnection connection, string table, IReadOnlyList<Recorded> events, CancellationToken ct);
}

internal sealed class Projection<TRow>(string name, Func<Recorded, IEnumerable<Change<TRow>>> on) : IProjection where TRow : class
{
    public string Name { get; } = name;

    public async Task Apply(NpgsqlConnection connection, string table, IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        var changes = events.SelectMany(recorded => on(recorded).Select(change => (recorded.Position, Change: change))).ToList();
        if (changes.Count == 0) return;
        var rows = await Load(connection, table, [.. changes.Select(change => change.Change.Id).Distinct()], ct);
        foreach (var (position, change) in changes)
        {
            var row = rows.GetValueOrDefault(change.Id) ?? new(position);
            rows[change.Id] = row with { Version = row.Version + 1, Position = position, Data = change.To(row.Data) };
        }

        await Delete(connection, table, [.. rows.Where(row => row.Value.Data is null).Select(row => row.Key)], ct);
        await Save(connection, table, [.. rows.Where(row => row.Value.Data is not null)], ct);
    }

    private static async Task<Dictionary<Guid, ProjectedRow>> Load(NpgsqlConnection connection, string table, Guid[] ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select id, created_position, version, position, data from {table} where id = any($1)", connection).With(ids);
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<Guid, ProjectedRow> rows = [];
        while (await reader.ReadAsync(ct))
        {
            var data = JsonSerializer.Deserialize<TRow>(reader.GetFieldValue<byte[]>(4), EventTypes.Json);
            rows[reader.GetGuid(0)] = new(reader.GetInt64(1)) { Version = reader.GetInt64(2), Position = reader.GetInt64(3), Data = data };
        }

        return rows;
    }

    private static async Task Delete(NpgsqlConnection connection, string table, Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return;
        await using var command = new NpgsqlCommand($"delete from {table} where id = any($1)", connection).With(ids);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task Save(NpgsqlConnection connection, string table, KeyValuePair<Guid, ProjectedRow>[] rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"""
            insert into {table} as t (id, created_position, version, position, data)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (id) do update set version = excluded.version, position = excluded.position, data = excluded.data
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(rows, row => row.Key) },
                new() { Value = Array.ConvertAll(rows, row => row.Value.CreatedPosition) },
                new() { Value = Array.ConvertAll(rows, row => row.Value.Version) },
                new() { Value = Array.ConvertAll(rows, row => row.Value.Position) },
                new() { Value = Array.ConvertAll(rows, row => JsonSerializer.Serialize(row.Value.Data, EventTypes.Json)), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record ProjectedRow(long CreatedPosition)
    {
        public long Version { get; init; }

        public long Position { get; init; }

        public TRow? Data { get; init; }
    }
}
