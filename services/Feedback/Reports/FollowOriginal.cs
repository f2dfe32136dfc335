using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using MassTransit;

namespace Ecosystem.Feedback.Reports;

/// <summary>
/// Keeps an original and its duplicates together. Two merges at once can make a ring, since each sees the other report
/// still open; whoever finds its original to be a duplicate is separated again.
/// </summary>
public sealed class FollowOriginal(EventStream<Report, ReportEvent> reports, ReadModel<DataSubject> subjects, PersonalData personal, TimeProvider clock) :
    IConsumer<Contracts.ReportMerged>, IConsumer<Contracts.ReportUnmerged>, IConsumer<Contracts.ReportAnswered>
{
    public static ReportEvent[] Join(Guid duplicate, Report original, DateTimeOffset now) =>
        original.Status is ReportStatus.Duplicate || original.Duplicates.Contains(duplicate) ? [] : [new DuplicateJoined(duplicate, now)];

    public static ReportEvent[] Leave(Guid duplicate, Report original, DateTimeOffset now) =>
        original.Duplicates.Contains(duplicate) ? [new DuplicateLeft(duplicate, now)] : [];

    public static ReportEvent[] Separate(Guid original, Report duplicate, DateTimeOffset now) =>
        duplicate.Status is ReportStatus.Duplicate && duplicate.Original == original ? [new ReportUnmerged(original, duplicate.Unit, now)] : [];

    public static ReportEvent[] Answer(Guid original, Sealed answer, Report duplicate, DateTimeOffset now) =>
        duplicate.Status is ReportStatus.Duplicate && duplicate.Original == original ? [new ReportAnswered(duplicate.Reporter, answer, now, duplicate.Unit, original)] : [];

    public async Task Consume(ConsumeContext<Contracts.ReportMerged> context)
    {
        var (merged, ct) = (context.Message, context.CancellationToken);
        var joined = await reports.Append(merged.Original, original => Join(merged.ReportId, original, clock.GetUtcNow()), ct);
        if (joined.State.Status is ReportStatus.Duplicate)
            await reports.Append(merged.ReportId, duplicate => Separate(merged.Original, duplicate, clock.GetUtcNow()), ct);
        else if (joined.State is { IsOpen: false, Answer: not null })
            await Answer(merged.Original, joined.State, merged.ReportId, ct);
    }

    public Task Consume(ConsumeContext<Contracts.ReportUnmerged> context) =>
        reports.Append(context.Message.Original, original => Leave(context.Message.ReportId, original, clock.GetUtcNow()), context.CancellationToken);

    public async Task Consume(ConsumeContext<Contracts.ReportAnswered> context)
    {
        var original = (await reports.Load(context.Message.ReportId, context.CancellationToken)).State;
        foreach (var duplicate in original.Duplicates) await Answer(context.Message.ReportId, original, duplicate, context.CancellationToken);
    }

    /// <summary>The unit's words again under the other reporter's key; where the first has been erased or may not be used, that there is an answer.</summary>
    private async Task Answer(Guid original, Report answered, Guid duplicate, CancellationToken ct)
    {
        var reporter = (await reports.Load(duplicate, ct)).State.Reporter;
        var known = await DataSubject.MayNotBeRead(subjects, answered.Reporter, ct) ? null : await personal.Open(answered.Reporter, answered.Answer, ct);
        var words = known ?? "Vụ việc đã được xử lý.";
        var answer = await personal.Seal(reporter, words, ct);
        await reports.Append(duplicate, report => Answer(original, answer, report, clock.GetUtcNow()), ct);
    }
}
