namespace Ecosystem.Feedback.DataRequests;

/// <summary>Decree 356/2025, article 5: an answer within 2 working days, and the days in which the thing itself is done.</summary>
public static class LegalTimes
{
    /// <summary>By the province's working calendar.</summary>
    public const int WorkingDaysToAcknowledge = 2;

    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    /// <param name="withOthers">A processor or a third party has the data, too.</param>
    public static int Days(DataRequestKind kind, bool withOthers) => kind switch
    {
        DataRequestKind.View or DataRequestKind.Correct or DataRequestKind.Supply => withOthers ? 15 : 10,
        DataRequestKind.Delete => withOthers ? 30 : 20,
        _ => withOthers ? 20 : 15,
    };

    public static int MostExtraDays(DataRequestKind kind) => Days(kind, withOthers: false);

    /// <summary>The end of a local day.</summary>
    public static DateTimeOffset DueBy(DataRequestKind kind, bool withOthers, DateTimeOffset made) => EndOf(Local(made).AddDays(Days(kind, withOthers)));

    public static DateTimeOffset Extended(DateTimeOffset due, int days) => due.AddDays(days);

    private static DateOnly Local(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(VietnamTime).DateTime);

    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), VietnamTime).ToUniversalTime();
}
