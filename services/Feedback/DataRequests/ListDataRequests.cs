using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>Requests about personal data: a person's own, newest first, and those that a coordinating unit decides, the next due first.</summary>
public static class ListDataRequests
{
    private const int Most = 200;

    public sealed record Item(
        Guid Id, long Version,
        [property: Description("view, correct, supply, delete, restrict, object or withdrawConsent.")] DataRequestKind Kind,
        [property: Description("made, acknowledged, granted or refused.")] DataRequestState State,
        [property: Description("Whose data: the subject identifier.")] string Subject,
        [property: Description("What the person said; null where nothing was, or it is erased.")] string? Details,
        [property: Description("When it was made.")] DateTimeOffset MadeAt,
        [property: Description("Until when it must be acknowledged.")] DateTimeOffset AcknowledgeBy,
        [property: Description("When it was; null before.")] DateTimeOffset? AcknowledgedAt,
        [property: Description("Until when it must be done.")] DateTimeOffset DueBy,
        [property: Description("Why it takes longer; null where it does not.")] string? ExtensionReason,
        [property: Description("When it was decided; null before.")] DateTimeOffset? DecidedAt,
        [property: Description("The law's reason for a refusal; null where there is none.")] DataRefusal? Refusal,
        [property: Description("What the person was told.")] string? Note);

    public static async Task<Ok<Page<Item>>> OfCaller(Citizen by, [AsParameters] PageRequest page, ReadModel<DataRequest> requests, PersonalData personal, CancellationToken ct)
    {
        var rows = await requests.List("data->>'subject' = $1", [by.Id], page, ct);
        return TypedResults.Ok(new Page<Item>(await Shown(rows.Items, personal, ct), rows.Next));
    }

    /// <param name="state">open (the default): those that are not decided; all: everything.</param>
    public static async Task<Ok<Page<Item>>> OfProvince(
        Official by, [AllowedValues(null, "open", "all")] string? state, ReadModel<DataRequest> requests, PersonalData personal, ILogger<PersonalData> audit, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var rows = await requests.Query(
            $"where data->>'province' = $1 and ($2 or data->>'state' in ('Made', 'Acknowledged')) order by data->>'dueBy', id limit {Most}", [by.Organisation[..2], state == "all"], ct);
        audit.LogInformation("personal data read: {Caller} read {Count} requests about personal data", by.Id, rows.Count);
        return TypedResults.Ok(new Page<Item>(await Shown(rows, personal, ct), Next: null));
    }

    internal static async Task<List<Item>> Shown(IEnumerable<Row<DataRequest>> rows, PersonalData personal, CancellationToken ct)
    {
        List<Item> items = [];
        foreach (var row in rows)
        {
            var request = row.Data;
            ValueTask<string?> Open(Sealed? text) => personal.Open(request.Subject, text, ct);
            items.Add(new(
                row.Id, row.Version, request.Kind, request.State, request.Subject, await Open(request.Details), request.MadeAt, request.AcknowledgeBy, request.AcknowledgedAt, request.DueBy,
                await Open(request.ExtensionReason), request.DecidedAt, request.Refusal, await Open(request.Note)));
        }

        return items;
    }
}
