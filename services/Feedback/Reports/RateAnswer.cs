using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>
/// The reporter judges the answer, once: satisfaction is what the units are measured by, so each voice is one identified
/// person's (level 2). A poor verdict within the window takes the report to the level above, once.
/// </summary>
public static class RateAnswer
{
    public sealed record Command(
        [property: Range(1, 5)] int Rating,
        [property: Text(1, 1000, Multiline = true)] string? Comment = null,
        [property: MaxLength(5), Description("At most 5 of notSolved, late, unclear, impolite, wrongUnit, solved, fast and polite.")] IReadOnlyList<VerdictReason>? Reasons = null);

    public static ReportEvent[] Decide(Command command, Sealed? comment, ReopenWindow window, Report report, Citizen by, DateTimeOffset now)
    {
        report.RequireReporter(by);
        if (report.Rating == command.Rating && report.Comment == comment && report.Status is ReportStatus.Rated or ReportStatus.Assigned) return [];
        if (!report.Allows("rating")) throw report.OutOfTurn();
        var rated = new ReportRated(command.Rating, comment, now, report.Unit, command.Reasons);
        return command.Rating <= 2 && !report.WasReopened && window.IsOpen(report.AnsweredAt, now)
            ? [rated, new ReportReopened(report.Reporter, report.Unit, ReopenReport.Above(report.Unit), ReopenedBy.Verdict, Reason: null, now)]
            : [rated];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Citizen by, EventStream<Report, ReportEvent> reports, PersonalData personal, ReopenWindow window, TimeProvider clock, CancellationToken ct)
    {
        var known = (await reports.Load(id, ct)).State;
        if (known.Reporter != by.Id) throw new Refused(Problem.NotFound);    // before a key is made for somebody who has said nothing
        var comment = command.Comment is { } text ? await personal.SealAgain(by.Id, text.Trim(), known.Comment, ct) : null;
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, comment, window, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
