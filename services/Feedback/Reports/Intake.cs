using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Routing;

namespace Ecosystem.Feedback.Reports;

/// <summary>Who reports, and through what.</summary>
/// <param name="Note">What the channel has to keep beside the report.</param>
/// <param name="Holds">Why everybody's eyes have to wait; empty for nearly all.</param>
public sealed record Reporting(string Reporter, Source Source, IntakeNoted? Note = null, IReadOnlyList<HoldReason>? Holds = null);

/// <summary>Where all channels end: whatever way a report comes in, it is received, sealed and stored alike.</summary>
public sealed class Intake(EventStream<Report, ReportEvent> reports, ReceiveReport receive, AbuseControl abuse, Rulebook rulebook, PersonalData personal, TimeProvider clock)
{
    /// <exception cref="Refused">A notice ends the form, no unit is in charge, or the id is taken.</exception>
    public async Task<SubmitReport.Receipt> Submit(Guid id, SubmitReport.Command command, Reporting who, CancellationToken ct)
    {
        var decide = await Prepare(id, command, who, ct);
        return Receipt(await reports.Create(id, decide, ct));
    }

    /// <summary>As <see cref="Submit"/>, for an id that follows from what is reported: where the report is there already, that one is told.</summary>
    public async Task<SubmitReport.Receipt> SubmitOnce(Guid id, SubmitReport.Command command, Reporting who, CancellationToken ct)
    {
        var known = await reports.Load(id, ct);
        if (known.State.Status is not ReportStatus.Absent) return new(id, known.Version, known.Position, TrackingCode.Of(id), known.State.Unit);
        var decide = await Prepare(id, command, who, ct);
        return Receipt(await reports.Append(id, report => report.Status is ReportStatus.Absent ? decide(report) : [], ct));
    }

    /// <summary>What would be made of it, without a report.</summary>
    /// <exception cref="Refused">A notice ends the form, or no unit is in charge.</exception>
    public Task<Reception> Receive(SubmitReport.Command command, Source source, CancellationToken ct) =>
        receive.Of(command.Category, command.Commune, command.Severity, source, command.Statement(), ct);

    private async Task<Func<Report, ReportEvent[]>> Prepare(Guid id, SubmitReport.Command command, Reporting who, CancellationToken ct)
    {
        var reception = await Receive(command, who.Source, ct);    // before a key is made for somebody of whom nothing is kept
        var now = clock.GetUtcNow();
        var (limits, holds) = (rulebook.Of(reception.Unit[..2], now, ct), abuse.Check(id, command, who, ct));    // neither needs the other, and a citizen waits
        await Task.WhenAll(limits, holds);
        var statement = await personal.Seal(who.Reporter, command.Statement().Write(), ct);
        var (rules, known) = (await limits, who with { Holds = await holds });
        return report => rules.Follow(report, SubmitReport.Decide(command, statement, reception, report, known, now), now);
    }

    private static SubmitReport.Receipt Receipt(Appended<Report, ReportEvent> done) =>
        new(done.Id, done.Version, done.Position, TrackingCode.Of(done.Id), done.Events.OfType<ReportAssigned>().SingleOrDefault()?.Unit ?? done.State.Unit);
}
