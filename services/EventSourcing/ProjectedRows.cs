using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Ecosystem.EventSourcing;

/// <summary>A projection's rows in memory between loading and saving: however often events change a row, it is read and written once.</summary>
internal sealed class ProjectedRows<TRow>(NpgsqlConnection connection, string table, Func<Recorded, IEnumerable<Change<TRow>>> on) : IProjectedRows where TRow : class
{
    private readonly Dictionary<Guid, Projected> rows = [];

    public int Unsaved => rows.Count;

    public async Task Fold(IReadOnlyList<Recorded> events, CancellationToken ct)
    {
        var changes = events.SelectMany(recorded => on(recorded).Select(change => (recorded.Position, Change: change))).ToList();
        await Load([.. changes.Select(change => change.Change.Id).Where(id => !rows.ContainsKey(id)).Distinct()], ct);
        foreach (var (position, change) in changes)
        {
            var row = rows.GetValueOrDefault(change.Id) ?? new(position, 0, position, null);
            rows[change.Id] = row with { Version = row.Version + 1, Position = position, Data = change.To(row.Data) };
        }
    }

    public async Task Save(CancellationToken ct)
    {
        await Delete([.. rows.Where(row => row.Value.Data is null).Select(row => row.Key)], ct);
        await Write([.. rows.Where(row => row.Value.Data is not null)], ct);
        rows.Clear();
    }

    private async Task Load(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length == 0) return;
        await using var command = new NpgsqlCommand($"select id, created_position, version, position, data from {table} where id = any($1)", connection).With(ids);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var data = JsonSerializer.Deserialize<TRow>(reader.GetFieldValue<byte[]>(4), EventTypes.Json);
            rows[reader.GetGuid(0)] = new(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), data);
        }
    }

    private async Task Delete(Guid[] ids, CancellationToken ct)
    {
        if (ids.Length > 0) await connection.Execute($"delete from {table} where id = any($1)", ct, ids);
    }

    private async Task Write(KeyValuePair<Guid, Projected>[] changed, CancellationToken ct)
    {
        if (changed.Length == 0) return;
        var bodies = Array.ConvertAll(changed, row => JsonSerializer.Serialize(row.Value.Data, EventTypes.Json));
        await connection.Execute(
            $"""
            insert into {table} (id, created_position, version, position, data)
            select * from unnest($1, $2, $3, $4, $5)
            on conflict (id) do update set version = excluded.version, position = excluded.position, data = excluded.data
            """,
            ct,
            Array.ConvertAll(changed, row => row.Key),
            Array.ConvertAll(changed, row => row.Value.CreatedPosition),
            Array.ConvertAll(changed, row => row.Value.Version),
            Array.ConvertAll(changed, row => row.Value.Position),
            new NpgsqlParameter { Value = bodies, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
    }

    /// <param name="Data">Null: the row is no more.</param>
    private sealed record Projected(long CreatedPosition, long Version, long Position, TRow? Data);
}
