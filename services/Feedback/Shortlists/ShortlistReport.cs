using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>An official keeps a report at hand, for nobody else to see.</summary>
public static class ShortlistReport
{
    /// <summary>More is not at hand any more. Two requests at the same moment may exceed it by one, which hurts nobody.</summary>
    public const int Most = 200;

    /// <param name="count">How many the official has on the list already.</param>
    public static ShortlistEvent[] Decide(Guid report, Shortlisting mark, int count, Official by, DateTimeOffset now) => mark switch
    {
        { IsListed: true } => [],
        _ when count >= Most => throw new Refused(ShortlistProblems.Full),
        _ => [new ReportShortlisted(report, by.Id, now)],
    };

    public static async Task<Ok<Written>> Handle(
        Guid report, Official by, EventStream<Shortlisting, ShortlistEvent> marks, ReadModel<ShortlistRow> shortlist, ReadModel<ReportRow> reports, TimeProvider clock, CancellationToken ct)
    {
        if ((await reports.Find(report, ct))?.Data.IsOpenTo(by) is not true) throw new Refused(Problem.NotFound);
        var count = (await shortlist.Query($"where {ShortlistRow.OfOfficial} limit {Most}", [by.Id], ct)).Count;
        return TypedResults.Ok((await marks.Append(Shortlisting.IdOf(report, by.Id), mark => Decide(report, mark, count, by, clock.GetUtcNow()), ct)).Written);
    }
}
