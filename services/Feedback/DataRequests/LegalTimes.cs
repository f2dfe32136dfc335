namespace Ecosystem.Feedback.DataRequests;

/// <summary>Decree 356/2025, article 5: an answer within 2 working days, and the days in which the thing itself is done.</summary>
public static class LegalTimes
{
    private const int WorkingDaysToAcknowledge = 2;

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

    /// <summary>The end of the second working day after the day on which it was made. Monday to Friday count: a holiday between makes our date earlier than the law's, never later.</summary>
    public static DateTimeOffset AcknowledgeBy(DateTimeOffset made)
    {
        var day = Local(made);
        for (var left = WorkingDaysToAcknowledge; left > 0; left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1) day = day.AddDays(1);
        return EndOf(day);
    }

    private static DateOnly Local(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(VietnamTime).DateTime);

    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), VietnamTime).ToUniversalTime();
}
