using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The reporter judges the answer, once: satisfaction is what the units are measured by, so each voice is one identified person's (level 2).</summary>
public static class RateAnswer
{
    public sealed record Command([property: Range(1, 5)] int Rating, [property: Text(1, 1000, Multiline = true)] string? Comment = null);

    public static ReportEvent[] Decide(Command command, Sealed? comment, Report report, Citizen by, DateTimeOffset now) => report.Status switch
    {
        ReportStatus.Absent => throw new Refused(Problem.NotFound),
        _ when by.Id != report.Reporter => throw new Refused(Problem.NotFound),
        ReportStatus.Rated when report.Rating == command.Rating && report.Comment == comment => [],
        ReportStatus.Answered => [new ReportRated(command.Rating, comment, now, report.Unit)],
        _ => throw report.OutOfTurn(),
    };

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Citizen by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var known = (await reports.Load(id, ct)).State;
        if (known.Reporter != by.Id) throw new Refused(Problem.NotFound);    // before a key is made for somebody who has said nothing
        var comment = command.Comment is { } text ? await personal.SealAgain(by.Id, text.Trim(), known.Comment, ct) : null;
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, comment, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
