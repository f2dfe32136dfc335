using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>How long after an answer the reporter may say that nothing is solved; counted from the stored time of the answer, so that no comment restarts it.</summary>
public sealed record ReopenWindow(TimeSpan Length)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1), Default = TimeSpan.FromHours(72), Longest = TimeSpan.FromDays(30);

    /// <exception cref="InvalidOperationException">ECOSYSTEM_REOPEN_WINDOW is no time span from 1 minute to 30 days.</exception>
    public static ReopenWindow Of(IConfiguration configuration)
    {
        var length = configuration.GetValue<TimeSpan?>("ECOSYSTEM_REOPEN_WINDOW") ?? Default;
        return length >= Shortest && length <= Longest ? new(length) : throw new InvalidOperationException("ECOSYSTEM_REOPEN_WINDOW must be a time span from 00:01:00 to 30.00:00:00.");
    }

    public bool IsOpen(DateTimeOffset? answeredAt, DateTimeOffset now) => answeredAt is { } answered && now <= answered + Length;
}

/// <summary>Not solved: the report goes to the level above the unit that answered, not back to that unit (as CPGRAMS' appeals do).</summary>
public static class ReopenReport
{
    public sealed record Command([property: Text(10, 1000, Multiline = true), Description("What is not solved, 10 to 1,000 characters.")] string Reason);

    /// <summary>Who decides after a unit.</summary>
    public static string Above(string unit) => OrganisationCode.Parent(unit) ?? CoordinatingUnit.Of(unit);

    public static ReportEvent[] Decide(Sealed reason, ReopenWindow window, Report report, Citizen by, DateTimeOffset now)
    {
        report.RequireReporter(by);
        if (!report.Allows("reopening")) throw report.OutOfTurn();
        if (report.WasReopened) throw new Refused(ReportProblems.ReopenedBefore);
        if (!window.IsOpen(report.AnsweredAt, now)) throw new Refused(ReportProblems.WindowClosed);
        return [new ReportReopened(report.Reporter, report.Unit, Above(report.Unit), ReopenedBy.Citizen, reason, now)];
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Citizen by, EventStream<Report, ReportEvent> reports, PersonalData personal, ReopenWindow window, TimeProvider clock, CancellationToken ct)
    {
        var reason = await personal.SealFor(await reports.Load(id, ct), command.Reason, ct);
        return TypedResults.Ok((await reports.Append(id, report => Decide(reason, window, report, by, clock.GetUtcNow()), ct)).Written);
    }
}
