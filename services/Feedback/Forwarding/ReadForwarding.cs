using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>How far a report is at each agency to which it was forwarded.</summary>
public static class ReadForwarding
{
    public sealed record Item(
        [property: Description("Code of the agency.")] string Target,
        [property: Description("unprocessed, processing, sent, failed or closed.")] ForwardingState State,
        [property: Description("Tries that failed.")] int Attempts,
        [property: Description("Why the last try failed; null where none did.")] string? Reason,
        [property: Description("When it is tried again; null where it is not.")] DateTimeOffset? NextAt,
        [property: Description("The agency's id of the report.")] string? RemoteId,
        [property: Description("When the agency had it.")] DateTimeOffset? SentAt,
        [property: Description("When the agency's state changed last, by its own clock.")] DateTimeOffset? RemoteAt,
        [property: Description("What the agency said last.")] string? Note);

    public static async Task<Ok<Page<Item>>> Handle(
        Guid id, Official by, EventStream<Report, ReportEvent> reports, ReadModel<Forwarding> forwardings, ReadModel<DataSubject> subjects, PersonalData personal, CancellationToken ct)
    {
        var report = (await reports.Load(id, ct)).State;
        report.RequireUnitOf(by);
        var onlyKept = await DataSubject.MayNotBeRead(subjects, report.Reporter, ct);
        List<Item> items = [];
        foreach (var row in await forwardings.Query("where data->>'report' = $1 order by created_position", [$"{id}"], ct))
            items.Add(Shown(row.Data, onlyKept ? null : await personal.Open(row.Data.Reporter, row.Data.Note, ct)));
        return TypedResults.Ok(new Page<Item>(items, Next: null));
    }

    private static Item Shown(Forwarding row, string? note) =>
        new(row.Target, row.State, row.Attempts, row.Reason, row.State is ForwardingState.Failed ? row.Due : null, row.RemoteId, row.SentAt, row.RemoteAt, note);
}
