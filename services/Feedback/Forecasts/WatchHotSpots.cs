using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.ServiceDefaults;
using Npgsql;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>Compares today's counts with what was foreseen, whenever new reports have been counted, at most once in five seconds.</summary>
public sealed class WatchHotSpots(IServiceScopeFactory scopes, Facts facts, History history, Wakeups wakeups, TimeProvider clock, ILogger<WatchHotSpots> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Series with enough reports today to be told of: of a commune, and of the province.</summary>
    private const string Busy =
        """
        select f.category, coalesce(f.commune, ''), max(left(f.unit, 2)), count(*)::int from projection_report_fact f
        where f.submitted_day = $1 group by grouping sets ((f.category, f.commune), (f.category)) having count(*) >= $2
        """;

    private readonly Dictionary<Series, ForecastDay?> expected = [];
    private readonly HashSet<Series> told = [];
    private DateOnly day;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wakeup = wakeups.NextProjected;
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or Refused)
            {
                log.LogWarning("Hot spots are looked for later: {Reason}", away.Message);
            }

            await Task.Delay(Pause, clock, stoppingToken);
            await Wakeups.Wait(wakeup, stoppingToken);
        }
    }

    private async Task Look(CancellationToken ct)
    {
        Turn(history.Today);
        var busy = await facts.Read(Busy, [LocalDay.NumberOf(day), HotSpot.LeastCount], row => (
            Series: new Series(row.GetString(0), row.GetString(1) is { Length: > 0 } commune ? commune : null), Province: row.GetString(2), Count: row.GetInt32(3)), ct);
        foreach (var (series, province, count) in busy.Where(one => !told.Contains(one.Series)))
            if (await Expected(series, province, ct) is { } foreseen && count > foreseen.High95) await Tell(series, CoordinatingUnit.Of(province), count, foreseen, ct);
    }

    /// <summary>A new day has new forecasts.</summary>
    private void Turn(DateOnly today)
    {
        if (day == today) return;
        day = today;
        expected.Clear();
        told.Clear();
    }

    /// <summary>Null: too little is known of the series to be surprised.</summary>
    private async Task<ForecastDay?> Expected(Series series, string province, CancellationToken ct)
    {
        if (expected.TryGetValue(series, out var known)) return known;
        var counts = await history.Of(series, province, ct);
        return expected[series] = counts.Counts.Count < DailyCounts.LeastDays ? null : Forecast.Of(counts, days: 1).Days[0];
    }

    private async Task Tell(Series series, string unit, int count, ForecastDay foreseen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Cause>().By = "feedback";
        var hotSpots = scope.ServiceProvider.GetRequiredService<EventStream<HotSpot, HotSpotEvent>>();
        await hotSpots.Append(HotSpot.IdOf(series, foreseen.Day), hotSpot => HotSpot.Decide(hotSpot, series, unit, count, foreseen, clock.GetUtcNow()), ct);
        told.Add(series);
    }
}
