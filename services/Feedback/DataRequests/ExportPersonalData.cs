using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Watching;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>All that this service keeps about the caller, readable for machines: the rights to view and to be supplied.</summary>
public static class ExportPersonalData
{
    public sealed record Export(
        [property: Description("The caller's subject identifier.")] string Subject,
        [property: Description("When this was put together, in UTC.")] DateTimeOffset ExportedAt,
        [property: Description("Whether the data are only kept, and not used.")] bool IsRestricted,
        [property: Description("When a consent was taken back; null where none was.")] DateTimeOffset? ConsentWithdrawnAt,
        [property: Description("The caller's reports in full, first to last.")] IReadOnlyList<ReadReport.Shown> Reports,
        [property: Description("Consents that came with reports.")] IReadOnlyList<ShownConsent> Consents,
        [property: Description("The caller's requests about personal data.")] IReadOnlyList<ListDataRequests.Item> Requests,
        [property: Description("The places that the caller watches.")] IReadOnlyList<ListWatchedPlaces.Item> WatchedPlaces);

    public sealed record ShownConsent(
        [property: Description("The report's id.")] Guid Report,
        [property: Description("Which text was agreed to.")] string TextVersion,
        [property: Description("How: screen, voice, paper, sms or email.")] ConsentWay How,
        [property: Description("When, in UTC.")] DateTimeOffset At);

    public static async Task<Ok<Export>> Handle(
        Citizen by, ReadModel<ReportRow> reports, ReadModel<DataRequest> requests, ReadModel<DataSubject> subjects, EventStream<Watcher, WatchingEvent> watchers, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var own = await reports.Query("where data->>'reporter' = $1 order by created_position", [by.Id], ct);
        List<ReadReport.Shown> shown = [];
        foreach (var row in own) shown.Add(await ReadReport.Open(row, by, personal, ct));
        var asked = await ListDataRequests.Shown(await requests.Query("where data->>'subject' = $1 order by created_position", [by.Id], ct), personal, ct);
        var subject = (await subjects.Find(DataSubject.IdOf(by.Id), ct))?.Data ?? DataSubject.Free;
        var consents = own.Where(row => row.Data.Consent is not null).Select(row => new ShownConsent(row.Id, row.Data.Consent!.TextVersion, row.Data.Consent.How, row.Data.Consent.At));
        return TypedResults.Ok(new Export(by.Id, clock.GetUtcNow(), subject.IsRestricted, subject.ConsentWithdrawnAt, shown, [.. consents], asked, await ListWatchedPlaces.Of(by.Id, watchers, personal, ct)));
    }
}
