using System.Globalization;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>One table a day: made when its first call comes, dropped whole when the log's time is over. The signed heads stay.</summary>
/// <param name="configuration">ECOSYSTEM_CALL_LOG_DAYS: how long calls are kept, 30 days where unset.</param>
internal sealed class CallPartitions(NpgsqlDataSource database, IConfiguration configuration, TimeProvider clock)
{
    private readonly int days = configuration.GetValue("ECOSYSTEM_CALL_LOG_DAYS", 30);
    private readonly HashSet<DateOnly> present = [];

    /// <summary>To be called within the log's lock, before the calls are written.</summary>
    public async Task Ensure(IEnumerable<DateTimeOffset> times, CancellationToken ct)
    {
        foreach (var day in times.Select(time => DateOnly.FromDateTime(time.UtcDateTime)).Distinct().Where(day => !present.Contains(day)).ToList())
        {
            await Execute($"create table if not exists {Name(day)} partition of calls for values from ('{day:yyyy-MM-dd}T00:00:00Z') to ('{day.AddDays(1):yyyy-MM-dd}T00:00:00Z')", ct);
            await DropOld(ct);
            present.Add(day);
        }
    }

    private async Task DropOld(CancellationToken ct)
    {
        var oldest = Name(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-days));
        List<string> old = [];
        await using (var command = database.CreateCommand("select inhrelid::regclass::text from pg_inherits where inhparent = 'calls'::regclass"))
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) old.Add(reader.GetString(0));
        foreach (var table in old.Where(name => string.CompareOrdinal(name, oldest) < 0)) await Execute($"drop table {table}", ct);
    }

    private static string Name(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"calls_{day:yyyyMMdd}");

    private async Task Execute(FormattableString sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FormattableString.Invariant(sql));
        await command.ExecuteNonQueryAsync(ct);
    }
}
