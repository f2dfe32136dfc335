using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>Sends what is due, fetches how far the agencies are, and sums the failures up once a day.</summary>
public sealed class Dispatch(
    ReadModel<Forwarding> rows, EventStream<Forwarding, ForwardingEvent> forwardings, EventStream<Target, TargetEvent> targets, EventStream<Report, ReportEvent> reports,
    ReadModel<DataSubject> subjects, Agencies agencies, Updates updates, PersonalData personal, ForwardingSchedule schedule, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>Longer than a try takes.</summary>
    private static readonly TimeSpan InHand = Agencies.Patience + TimeSpan.FromSeconds(20);

    public static ForwardingEvent[] Start(Forwarding forwarding, DateTimeOffset now) =>
        forwarding.State is ForwardingState.Unprocessed or ForwardingState.Failed or ForwardingState.Processing && forwarding.Due <= now ? [new ForwardingStarted(now + InHand, now)] : [];

    public static ForwardingEvent[] Settle(string? remoteId, string? reason, TimeSpan retry, Forwarding forwarding, DateTimeOffset now) =>
        forwarding.State is not ForwardingState.Processing ? []
        : remoteId is not null ? [new ForwardingSent(remoteId, now)]
        : [new ForwardingFailed(reason!, now + retry, now)];

    public static ReportEvent[] Gone(string target, Report report, DateTimeOffset now) => report.Allows("forwarding") ? [new ReportForwarded(report.Unit, target, now)] : [];

    public async Task SendDue(CancellationToken ct)
    {
        var due = await rows.Query($"where data->>'state' in ('Unprocessed', 'Failed', 'Processing') and (data->>'due')::timestamptz <= $1 order by (data->>'due')::timestamptz limit {Batch}", [clock.GetUtcNow()], ct);
        foreach (var row in due) await Send(row.Id, ct);
    }

    public async Task Pull(CancellationToken ct)
    {
        var open = await rows.Query("where data->>'state' = 'Sent' order by created_position", [], ct);
        foreach (var group in open.Select(row => row.Data).GroupBy(row => (Province: row.Unit[..2], row.Target)))
            if (await InForce(group.Key.Province, group.Key.Target, ct) is { } target)
                foreach (var some in group.Chunk(Batch)) await Pull(target, some, ct);
    }

    private async Task Send(Guid id, CancellationToken ct)
    {
        var started = await forwardings.Append(id, forwarding => Start(forwarding, clock.GetUtcNow()), ct);
        if (started.Events.Count == 0) return;    // another instance has it
        var (remoteId, reason) = await Try(id, started.State, ct);
        if (remoteId is not null) await reports.Append(started.State.Report, report => Gone(started.State.Target, report, clock.GetUtcNow()), ct);
        await forwardings.Append(id, forwarding => Settle(remoteId, reason, schedule.After(forwarding.Attempts), forwarding, clock.GetUtcNow()), ct);
    }

    private async Task<(string? RemoteId, string? Reason)> Try(Guid id, Forwarding forwarding, CancellationToken ct)
    {
        if (await InForce(forwarding.Unit[..2], forwarding.Target, ct) is not { } target) return (null, "the agency takes nothing at present");
        var submitted = (await reports.Load(forwarding.Report, ct)).State.Submitted!;
        if (!target.Use.Services.ContainsKey(submitted.Category)) return (null, "the agency does not take the category any more");
        if (await DataSubject.MayNotBeRead(subjects, forwarding.Reporter, ct)) return (null, "the reporter has restricted the use of the data");
        if (Statement.Read(await personal.Open(forwarding.Reporter, submitted.Statement, ct)) is not { } statement) return (null, "the reporter's words are erased");
        try
        {
            return (await agencies.Post(target.Use, await KeyOf(target, ct), id, submitted, statement, ct), null);
        }
        catch (AgencyAway away)
        {
            return (null, away.Message);
        }
    }

    private async Task Pull(TargetSet target, Forwarding[] some, CancellationToken ct)
    {
        try
        {
            var key = await KeyOf(target, ct);
            foreach (var waiting in some.Where(one => one.RemoteId!.StartsWith("token:", StringComparison.Ordinal))) await Exchange(target, key, waiting, ct);
            var known = some.Where(one => !one.RemoteId!.StartsWith("token:", StringComparison.Ordinal)).ToDictionary(one => one.RemoteId!);
            if (known.Count == 0) return;
            foreach (var state in await agencies.Look(target.Use, key, known.Keys, ct))
                if (known.TryGetValue(state.Id, out var forwarding)) await updates.Hear(forwarding, state.Update, state.IsOpen, state.Note, state.At, ct);
        }
        catch (AgencyAway)
        {
            return;    // asked again with the next look
        }
    }

    private async Task Exchange(TargetSet target, string? key, Forwarding waiting, CancellationToken ct)
    {
        if (await agencies.Exchange(target.Use, key, waiting.RemoteId!["token:".Length..], ct) is { } id)
            await forwardings.Append(Forwarding.IdOf(waiting.Report, waiting.Target), forwarding => forwarding.RemoteId == id ? [] : [new ForwardingSent(id, clock.GetUtcNow())], ct);
    }

    private async Task<TargetSet?> InForce(string province, string code, CancellationToken ct) =>
        (await targets.Load(Target.IdOf(province, code), ct)).State.InForce(Target.DayOf(clock.GetUtcNow()));

    private ValueTask<string?> KeyOf(TargetSet target, CancellationToken ct) => personal.Open(Target.SubjectOf(target.Province, target.Code), target.Key, ct);
}
