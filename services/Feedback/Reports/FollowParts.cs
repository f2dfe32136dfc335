using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Feedback.Reports;

/// <summary>Makes the parts of a report that was split, and tells the whole when one is done.</summary>
public sealed class FollowParts(EventStream<Report, ReportEvent> reports, TimeProvider clock) :
    IConsumer<Contracts.ReportSplit>, IConsumer<Contracts.ReportAnswered>, IConsumer<Contracts.ReportRejected>
{
    public static ReportEvent[] Make(Guid whole, ReportSubmitted submitted, string unit, Report part, DateTimeOffset now) =>
        part.Status is ReportStatus.Absent ? [submitted with { Parent = whole, At = now }, new ReportAssigned(unit, now)] : [];

    public static ReportEvent[] Close(Guid part, Report whole, DateTimeOffset now) => whole.OpenParts.Contains(part) ? [new PartClosed(part, now)] : [];

    public async Task Consume(ConsumeContext<Contracts.ReportSplit> context)
    {
        var (split, ct) = (context.Message, context.CancellationToken);
        if ((await reports.Load(split.ReportId, ct)).State.Submitted is not { } submitted) return;
        foreach (var unit in split.Units)
            await reports.Append(NamedId.Of(split.ReportId, unit), part => Make(split.ReportId, submitted, unit, part, clock.GetUtcNow()), ct);
    }

    public Task Consume(ConsumeContext<Contracts.ReportAnswered> context) => Close(context.Message.ReportId, context.CancellationToken);

    public Task Consume(ConsumeContext<Contracts.ReportRejected> context) => Close(context.Message.ReportId, context.CancellationToken);

    private async Task Close(Guid id, CancellationToken ct)
    {
        if ((await reports.Load(id, ct)).State.Parent is { } whole)
            await reports.Append(whole, report => Close(id, report, clock.GetUtcNow()), ct);
    }
}
