using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>The agency's system says how far it is. An update counts once, and never one that is older than what is known.</summary>
public static class HearUpdate
{
    public sealed record Command(
        [property: Text(1, 200), Description("The agency's own id of this update: the same id counts once.")] string UpdateId,
        [property: AllowedValues("open", "closed"), Description("open or closed.")] string Status,
        [property: Description("When the agency's state changed; an update older than the last one changes nothing.")] DateTimeOffset UpdatedAt,
        [property: Text(1, 4000, Multiline = true), Description("What the agency says, for the unit.")] string? Note = null);

    public static ForwardingEvent[] Decide(string update, bool isOpen, Sealed? note, DateTimeOffset remoteAt, Forwarding forwarding, DateTimeOffset now) =>
        forwarding.State is not (ForwardingState.Sent or ForwardingState.Closed) || forwarding.Heard.Contains(update) || remoteAt <= forwarding.RemoteAt ? []
        : [new UpdateHeard(update, isOpen, note, remoteAt, now)];

    /// <summary>What an agency's closing means for the report.</summary>
    public static ReportEvent[] Back(string target, Report report, DateTimeOffset now) =>
        report.Status is ReportStatus.Forwarded ? [new ReportCameBack(report.Unit, target, now)] : [];

    public static async Task<Ok<Written>> Handle(
        Guid id, string target, Command command, SystemClient by, EventStream<Forwarding, ForwardingEvent> forwardings, EventStream<Target, TargetEvent> targets, Updates updates, TimeProvider clock, CancellationToken ct)
    {
        var known = (await forwardings.Load(Forwarding.IdOf(id, target), ct)).State;
        if (known.State is ForwardingState.Absent) throw new Refused(Problem.NotFound);
        var inForce = (await targets.Load(Target.IdOf(known.Unit[..2], target), ct)).State.InForce(Target.DayOf(clock.GetUtcNow()));
        if (inForce?.Use.Partner != by.Id) throw new Refused(ForwardingProblems.NotThePartner);
        return TypedResults.Ok(await updates.Hear(known, command.UpdateId, command.Status == "open", command.Note, command.UpdatedAt, ct));
    }
}

/// <summary>Stores an update, whether it was told or fetched.</summary>
public sealed class Updates(EventStream<Forwarding, ForwardingEvent> forwardings, EventStream<Report, ReportEvent> reports, PersonalData personal, TimeProvider clock)
{
    public async Task<Written> Hear(Forwarding known, string update, bool isOpen, string? note, DateTimeOffset remoteAt, CancellationToken ct)
    {
        var id = Forwarding.IdOf(known.Report, known.Target);
        var counts = HearUpdate.Decide(update, isOpen, note: null, remoteAt, (await forwardings.Load(id, ct)).State, clock.GetUtcNow()).Length > 0;
        var words = note is null || !counts ? null : await personal.Seal(known.Reporter, note.Trim(), ct);
        // The report first: what ends here between the two is heard again, for the update is not stored yet.
        if (counts && !isOpen) await reports.Append(known.Report, report => HearUpdate.Back(known.Target, report, clock.GetUtcNow()), ct);
        return (await forwardings.Append(id, forwarding => HearUpdate.Decide(update, isOpen, words, remoteAt, forwarding, clock.GetUtcNow()), ct)).Written;
    }
}
