using Npgsql;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Asks the table of facts; every text is put together from constants.</summary>
public sealed class Facts(NpgsqlDataSource database)
{
    private const int Seconds = 20;

    // Groups by unit and step of a million reports are some ten thousand: with PostgreSQL's usual 4 MB it sorts the reports on disk instead
    // of counting them in memory. Compiling such a query takes longer than running it.
    private const string Room = "set local work_mem = '64MB'; set local jit = off";

    public async Task<List<T>> Read<T>(string sql, IEnumerable<object> values, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var room = new NpgsqlCommand(Room, connection)) await room.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = Seconds };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }
}
