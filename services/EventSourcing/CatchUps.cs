using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Endpoints that asked for the past: each has a checkpoint of its own until it has caught up.</summary>
internal static class CatchUps
{
    private const string Prefix = "relay>";

    public static string CheckpointOf(string endpoint) => Prefix + endpoint;

    public static async Task<List<string>> All(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"select substr(name, {Prefix.Length + 1}) from mt_event_progression where name like '{Prefix}%'", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> endpoints = [];
        while (await reader.ReadAsync(ct)) endpoints.Add(reader.GetString(0));
        return endpoints;
    }

    public static Task Done(NpgsqlConnection connection, string endpoint, CancellationToken ct) =>
        connection.Execute("delete from mt_event_progression where name = $1", ct, CheckpointOf(endpoint));
}
