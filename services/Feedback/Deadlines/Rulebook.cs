using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.TimeLimits;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>Finds the calendar and the limits by which a province's reports are reckoned.</summary>
public sealed class Rulebook(CalendarBook calendars, EventStream<LimitTable, LimitTableEvent> tables, InForce<CategoryPlan, CategoryEvent, Catalogue> categories)
{
    public async Task<TimeRules> Of(string province, DateTimeOffset now, CancellationToken ct)
    {
        var table = tables.Load(LimitTable.IdOf(province), ct);    // both at once: a citizen waits for them
        return new(await calendars.InForce(province, now, ct), (await table).State, categories.Value);
    }
}
