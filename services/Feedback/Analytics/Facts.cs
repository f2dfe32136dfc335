using Npgsql;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Asks the table of facts; every text is put together from constants.</summary>
public sealed class Facts(NpgsqlDataSource database)
{
    private const int Seconds = 20;

    public async Task<List<T>> Read<T>(string sql, IEnumerable<object> values, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = Seconds;
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct)) rows.Add(row(reader));
        return rows;
    }
}
