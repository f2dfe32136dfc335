namespace Ecosystem.Feedback.Analytics;

/// <summary>What one counted thing is: a report, a change of a report, or a report on a day on which it was open.</summary>
public enum Grain { Case, Event, OpenStateDay }

internal static class Grains
{
    /// <summary>The longest period: longer ones of the finer grains would read too much.</summary>
    public static int MostDays(this Grain grain) => grain is Grain.Case ? 36_600 : 366;

    public static bool Has(this Grain grain, Dimension dimension) => dimension.Name switch
    {
        "event" => grain is Grain.Event,
        "status" => grain is not Grain.Event,
        _ => true,
    };

    /// <summary>Where the rows come from, as f; $1 is the first day, $2 the last. Its conditions follow after "where".</summary>
    public static string Sql(this Grain grain) => grain switch
    {
        Grain.Event => Events,
        Grain.OpenStateDay => OpenDays,
        _ => "(select *, submitted_day as day from projection_report_fact) f where f.day between $1 and $2",
    };

    private const string Columns = "category, commune, unit, severity, source";

    private static readonly string Events =
        $"""
        (select {Columns}, h >> 5 as day, case h & 31 {Cases(what => $"{what}")} end as event
         from projection_report_fact cross join lateral unnest(happened) h
         where submitted_day <= $2 and last_day >= $1 and h >> 5 between $1 and $2) f where true
        """;

    /// <summary>A report stands on a day where it stood in the evening: from one change's day up to the day before the next one's.</summary>
    private static readonly string OpenDays =
        $"""
        (select {Columns}, day, case h & 31 {Cases(what => Standing(what) ?? "")} end as status
         from projection_report_fact
         cross join lateral unnest(happened) with ordinality u(h, n)
         cross join lateral generate_series(greatest(h >> 5, $1), least(coalesce((happened[(n + 1)::int] >> 5) - 1, $2), $2)) day
         where submitted_day <= $2 and coalesce(settled_day, 1000000) >= $1
           and h >> 5 <= least(coalesce((happened[(n + 1)::int] >> 5) - 1, $2), $2)
           and h & 31 in ({string.Join(", ", Enum.GetValues<Happening>().Where(what => Standing(what) is not null).Select(what => (int)what))})) f where true
        """;

    /// <summary>The open state in which something leaves a report; null when it is open no longer.</summary>
    private static string? Standing(Happening what) => what switch
    {
        Happening.Submitted or Happening.Returned => "Submitted",
        Happening.Assigned or Happening.Transferred or Happening.Reopened or Happening.Unmerged => "Assigned",
        Happening.Accepted => "Accepted",
        Happening.Started or Happening.Resumed => "InProgress",
        Happening.Waiting => "Waiting",
        _ => null,
    };

    private static string Cases(Func<Happening, string> name) => string.Join(" ", Enum.GetValues<Happening>().Select(what => $"when {(int)what} then '{name(what)}'"));
}
