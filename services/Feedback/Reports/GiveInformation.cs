using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>The reporter tells what the unit asked for; work goes on at once.</summary>
public static class GiveInformation
{
    public sealed record Command([property: Text(2, 4000, Multiline = true), Description("What the unit asked for, 2 to 4,000 characters.")] string Text);

    public static ReportEvent[] Decide(Sealed text, Report report, Citizen by, DateTimeOffset now)
    {
        report.RequireReporter(by);
        return report is { Status: ReportStatus.Waiting, WaitingFor: WaitingFor.Citizen } ? [new ReportResumed(text, report.Unit, now)] : throw report.OutOfTurn();
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Citizen by, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var text = await personal.SealFor(await reports.Load(id, ct), command.Text, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(text, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
