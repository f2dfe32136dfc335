using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Calendars;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>One series of daily counts: a category, or all; in a commune, or the whole province.</summary>
public sealed record Series(string? Category, string? Commune);

/// <summary>What has come each day so far, from the table of facts.</summary>
public sealed class History(Facts facts, ReadModel<Calendar> calendars, TimeProvider clock)
{
    private const int MostDays = 3 * 365;

    private const string PerDay =
        """
        select f.submitted_day, count(*)::int from projection_report_fact f
        where f.submitted_day between $1 and $2 and ($3 = '' or f.category = $3) and ($4 = '' or f.commune = $4) group by f.submitted_day
        """;

    private const string PerDayOfCategory =
        """
        select f.submitted_day, count(*)::int from projection_report_fact f
        where f.category = $3 and f.submitted_day between $1 and $2 and ($4 = '' or f.commune = $4) group by f.submitted_day
        """;

    public DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    /// <summary>Up to the last whole day; it begins with the first day on which anything at all was reported in the series.</summary>
    /// <param name="province">Whose calendar tells which days are special; null: the shipped one.</param>
    public async Task<DailyCounts> Of(Series series, string? province, CancellationToken ct)
    {
        var last = LocalDay.NumberOf(Today) - 1;
        object[] values = [last - MostDays + 1, last, series.Category ?? "", series.Commune ?? ""];
        var days = (await facts.Read(series.Category is null ? PerDay : PerDayOfCategory, values, row => (Day: row.GetInt32(0), Count: row.GetInt32(1)), ct)).ToDictionary(day => day.Day, day => day.Count);
        var first = days.Count == 0 ? last + 1 : days.Keys.Min();
        return new(LocalDay.Of(first), [.. Enumerable.Range(first, last + 1 - first).Select(day => days.GetValueOrDefault(day))]) { Special = await SpecialIn(province, ct) };
    }

    private async Task<SpecialDays> SpecialIn(string? province, CancellationToken ct)
    {
        var calendar = province is null ? null : await calendars.Find(Calendar.IdOf(province), ct);
        return new(Calendar.Days((calendar?.Data ?? Calendar.Shipped).InForce(Today)));
    }
}
