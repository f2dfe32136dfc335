using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>It takes longer: the unit says why and until when, before the time is over (as CPGRAMS demands it).</summary>
public static class GiveInterimAnswer
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    public sealed record Command(
        [property: Text(10, 4000, Multiline = true), Description("What the reporter is told, 10 to 4,000 characters.")] string Text,
        [property: SensibleTime, Description("By when the answer is promised; at most 60 days from now.")] DateTimeOffset Promised);

    public static ReportEvent[] Decide(Command command, Sealed text, Report report, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (!report.Allows("interim-answers")) throw report.OutOfTurn();
        if (report.Clocks?.ForbidsPromise(command.Promised, now) is true) throw new Refused(DeadlineProblems.PromisedBefore);
        return command.Promised > now && command.Promised <= now + Longest
            ? [new InterimAnswerGiven(report.Reporter, text, command.Promised, report.Unit, now)]
            : throw new Refused(ReportProblems.PromiseOutOfRange);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var text = await personal.SealFor(await reports.Load(id, ct), command.Text, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(command, text, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
