using System.ComponentModel;
using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Deflections;

/// <summary>How many emergencies went to the telephone instead of a form, day by day.</summary>
public static class CountDeflections
{
    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    /// <param name="Day">The day in Viet Nam.</param>
    /// <param name="Service">Who was to be called.</param>
    /// <param name="Count">How many callers were sent there.</param>
    public sealed record Row(DateOnly Day, EmergencyService Service, string? Category, long Count);

    public static IEnumerable<Change<Row>> On(Recorded recorded) => recorded.Data is CallerDeflected e
        ? [new(NamedId.Of($"deflections:{DayOf(e):O}:{e.Service}:{e.Category}"), row => (row ?? new(DayOf(e), e.Service, e.Category, 0)) with { Count = (row?.Count ?? 0) + 1 })]
        : [];

    /// <param name="from">First day, in Viet Nam.</param>
    /// <param name="to">Last day.</param>
    public static async Task<Ok<Page<Row>>> Handle(
        [SensibleTime, Description("First day, in Viet Nam.")] DateOnly from, [SensibleTime, Description("Last day, in Viet Nam.")] DateOnly to, ReadModel<Row> counts, CancellationToken ct)
    {
        var rows = await counts.Query("where data->>'day' between $1 and $2 order by data->>'day', id limit 10000", [Text(from), Text(to)], ct);
        return TypedResults.Ok(new Page<Row>([.. rows.Select(row => row.Data)], Next: null));
    }

    private static DateOnly DayOf(CallerDeflected e) => DateOnly.FromDateTime(e.At.ToOffset(VietnamTime).DateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
