using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>An official is done with a report, also with one that is another unit's by now.</summary>
public static class UnlistReport
{
    public static ShortlistEvent[] Decide(Shortlisting mark, DateTimeOffset now) => mark.IsListed ? [new ReportUnlisted(now)] : [];

    public static async Task<NoContent> Handle(Guid report, Official by, EventStream<Shortlisting, ShortlistEvent> marks, TimeProvider clock, CancellationToken ct)
    {
        await marks.Append(Shortlisting.IdOf(report, by.Id), mark => Decide(mark, clock.GetUtcNow()), ct);
        return TypedResults.NoContent();
    }
}
