using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>The unit gives a report to another agency's system; it goes there on its own, as often as it must be tried.</summary>
public static class ForwardReport
{
    public sealed record Command([property: Text(1, 50), Description("Code of the agency, from `GET /v1/forwarding/targets`.")] string Target);

    public static ForwardingEvent[] Decide(Guid id, Report report, string target, TargetSet? inForce, Forwarding forwarding, Official by, DateTimeOffset now)
    {
        report.RequireUnitOf(by);
        if (!report.Allows("forwarding")) throw report.OutOfTurn();
        if (inForce is null || !inForce.Use.Takes(report.Submitted!.Category, report.Unit)) throw new Refused(ForwardingProblems.UnknownTarget);
        return forwarding.State is ForwardingState.Absent ? [new ForwardingAsked(id, target, report.Unit, report.Reporter, now)] : throw new Refused(ForwardingProblems.ForwardedBefore);
    }

    public static async Task<Ok<Written>> Handle(
        Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, EventStream<Target, TargetEvent> targets, EventStream<Forwarding, ForwardingEvent> forwardings,
        TimeProvider clock, CancellationToken ct)
    {
        var (report, now) = ((await reports.Load(id, ct)).State, clock.GetUtcNow());
        report.RequireUnitOf(by);
        var inForce = (await targets.Load(Target.IdOf(report.Province, command.Target), ct)).State.InForce(Target.DayOf(now));
        var done = await forwardings.Append(Forwarding.IdOf(id, command.Target), forwarding => Decide(id, report, command.Target, inForce, forwarding, by, now), ct);
        return TypedResults.Ok(done.Written);
    }
}
