using System.ComponentModel;

namespace Ecosystem.Feedback.Analytics;

/// <summary>How a unit, or several small ones together, dealt with what was reported. On time and processed are told apart: a report can be done, and late.</summary>
/// <param name="Units">How many units the line is of.</param>
public sealed record UnitScore(
    [property: Description("Code of the unit; null for the small ones together.")] string? Unit,
    [property: Description("How many units the line is of.")] int Units,
    [property: Description("Reports of the period.")] long Reports,
    [property: Description("Those that are answered, in time or not.")] long Processed,
    [property: Description("Answered ones among all, 0 to 1.")] double ProcessedRate,
    [property: Description("Those that were answered in time.")] long OnTime,
    [property: Description("In time among the answered ones, 0 to 1; null while none is answered.")] double? OnTimeRate,
    [property: Description("Median hours to the answer.")] double? MedianHours,
    [property: Description("Reports that were opened again, among all, 0 to 1.")] double ReopenShare,
    [property: Description("Average rating, 1 to 5; null where nobody rated.")] double? Satisfaction,
    [property: Description("How many ratings that is.")] long Ratings)
{
    /// <summary>Fewer reports say more about chance than about a unit.</summary>
    public const int LeastReports = 20;

    public static UnitScore Of(string? unit, IReadOnlyList<UnitCounts> counts)
    {
        var (reports, processed) = (counts.Sum(one => one.Reports), counts.Sum(one => one.Processed));
        var (onTime, ratings) = (counts.Sum(one => one.OnTime), counts.Sum(one => one.Ratings));
        return new(
            unit, counts.Count, reports, processed, Rate(processed, reports) ?? 0, onTime, Rate(onTime, processed),
            Median(counts), Rate(counts.Sum(one => one.Reopened), reports) ?? 0, ratings == 0 ? null : Math.Round(counts.Sum(one => one.RatingSum) / (double)ratings, 2), ratings);
    }

    /// <summary>The best on time first; the small ones together at the end.</summary>
    public static IReadOnlyList<UnitScore> Table(IEnumerable<UnitCounts> all)
    {
        var bySize = all.ToLookup(unit => unit.Reports >= LeastReports);
        var table = bySize[true].Select(unit => Of(unit.Unit, [unit])).OrderByDescending(score => score.OnTimeRate ?? -1).ThenBy(score => score.Unit, StringComparer.Ordinal);
        return bySize[false].ToList() is { Count: > 0 } small ? [.. table, Of(unit: null, small)] : [.. table];
    }

    private static double? Rate(long part, long all) => all == 0 ? null : Math.Round(part / (double)all, 4);

    /// <summary>Of several units: the middle of their medians, each counted as often as it has answers.</summary>
    private static double? Median(IReadOnlyList<UnitCounts> counts)
    {
        var (half, passed) = (counts.Sum(one => one.Processed) / 2.0, 0L);
        foreach (var unit in counts.Where(one => one.MedianMinutes is not null).OrderBy(one => one.MedianMinutes))
            if ((passed += unit.Processed) >= half) return Math.Round(unit.MedianMinutes!.Value / 60, 1);
        return null;
    }
}

/// <summary>A unit's reports of a period, counted.</summary>
public sealed record UnitCounts(string Unit, long Reports, long Processed, long OnTime, long Reopened, long RatingSum, long Ratings, double? MedianMinutes);
