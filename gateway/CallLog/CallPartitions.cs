using System.Globalization;
using Ecosystem.Gateway.CallLog.Archive;
using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>One table a day: made when its first call comes, dropped whole when the log's time is over. The signed heads stay.</summary>
/// <param name="configuration">ECOSYSTEM_CALL_LOG_DAYS: how long calls are kept, 30 days where unset.</param>
/// <param name="archive">Where there is one, a day waits for it; as long again at most, so that a broken archive does not fill the database.</param>
internal sealed class CallPartitions(NpgsqlDataSource database, IConfiguration configuration, ArchiveSettings archive, CallLogTroubles troubles, TimeProvider clock)
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
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        foreach (var table in (await Tables(ct)).Where(name => IsBefore(name, today.AddDays(-days))))
        {
            var waits = archive.IsOn && await Waits(table, ct);
            if (waits && !IsBefore(table, today.AddDays(-2 * days))) continue;
            if (waits) troubles.Raise("retention", $"{table} is dropped unarchived, its time is over twice");
            await Execute($"drop table {table}", ct);
        }
    }

    private async Task<List<string>> Tables(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select inhrelid::regclass::text from pg_inherits where inhparent = 'calls'::regclass");
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> tables = [];
        while (await reader.ReadAsync(ct)) tables.Add(reader.GetString(0));
        return tables;
    }

    /// <summary>Whether a call of this day is in no file of the archive yet.</summary>
    private async Task<bool> Waits(string table, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select exists (select from {table} where batch > coalesce((select max(last) from call_archives), 0))");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static bool IsBefore(string table, DateOnly day) => string.CompareOrdinal(table, Name(day)) < 0;

    private static string Name(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"calls_{day:yyyyMMdd}");

    private async Task Execute(FormattableString sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FormattableString.Invariant(sql));
        await command.ExecuteNonQueryAsync(ct);
    }
}
