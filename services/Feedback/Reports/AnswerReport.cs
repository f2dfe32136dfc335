using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The unit in charge answers the citizen, once all other units have done their parts.</summary>
public static class AnswerReport
{
    public sealed record Command([property: Text(10, 4000, Multiline = true)] string Answer);

    public static ReportEvent[] Decide(Sealed answer, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (report.Status is ReportStatus.Answered && report.Answer == answer) return [];    // the reply was lost on the way and it was sent again
        if (!report.Allows("answer")) throw report.OutOfTurn();
        return report.OpenParts.IsEmpty ? [new ReportAnswered(report.Reporter, answer, now, report.Unit)] : throw new Refused(ReportProblems.PartsOpen);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var known = (await reports.Load(id, ct)).State;
        if (known.Status is ReportStatus.Absent) throw new Refused(Problem.NotFound);
        var answer = await personal.SealAgain(known.Reporter, command.Answer.Trim(), known.Answer, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(answer, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
