using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Shortlists;

/// <summary>
/// What an inspector needs where there is no network: the reports in full as the official may read them one by one, and not a word more, in one answer.
/// With the position of the last package only what has changed since comes, and the ids tell what to throw away.
/// </summary>
public static class ReadOfflinePackage
{
    public sealed record Report(
        [property: Description("As `GET /v1/reports/{id}` gives it to this caller.")] ReadReport.Shown Shown,
        [property: Description("What is attached, with links that last ten minutes: fetch at once what is needed.")] IReadOnlyList<ListAttachments.Shown> Attachments);

    public sealed record Package(
        [property: Description("Give it as `after` for what changes from now on.")] long Position,
        [property: Description("All reports of the selection, the next due first; delete others from the device.")] IReadOnlyList<Guid> Ids,
        [property: Description("Those of them that have changed, or were put on the list, after `after`; all where it was left out.")] IReadOnlyList<Report> Reports,
        [property: Description("Whether the selection has more than the 100 reports of a package: ask for one commune.")] bool IsCut);

    public static async Task<Results<Ok<Package>, StatusCodeHttpResult>> Handle(
        [AsParameters] OfflineQuery query, Official by, HttpContext http, OfflineSelection selection, ReadModel<ReportFiles> files, AttachmentLinks links,
        ReadModel<DataSubject> subjects, Proof proof, PersonalData personal, TimeProvider clock, ILogger<PersonalData> audit, CancellationToken ct)
    {
        var position = Math.Max(await selection.Newest(ct), query.After ?? 0);
        var found = await selection.Find(query, by, ct);
        var taken = found.Take(OfflineSelection.Most).ToList();
        var attached = (await files.Query("where id = any($1)", [taken.Select(one => ReportFiles.IdOf(one.Row.Id)).ToArray()], ct)).ToDictionary(row => row.Id);
        List<Report> reports = [];
        foreach (var one in taken)
        {
            var own = attached.GetValueOrDefault(ReportFiles.IdOf(one.Row.Id));
            if (query.After is { } after && Math.Max(one.Row.Position, Math.Max(one.Marked, own?.Position ?? 0)) <= after) continue;
            var onlyKept = await DataSubject.MayNotBeRead(subjects, one.Row.Data.Reporter, ct);
            var shown = await ReadReport.For(by, one.Row, onlyKept, personal, clock.GetUtcNow(), ct);
            reports.Add(new(shown with { Proof = proof.Shown(one.Row.Data, own?.Data) }, links.AllOf(own?.Data, onlyKept)));
        }

        var package = new Package(position, [.. taken.Select(one => one.Row.Id)], reports, found.Count > taken.Count);
        var tag = Tag(package);
        (http.Response.Headers.ETag, http.Response.Headers.CacheControl) = (tag, "private, no-cache");
        if (http.Request.HasAlready(tag)) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        foreach (var report in reports) audit.LogInformation("personal data read: {Caller} read {Report}", by.Id, report.Shown.Id);
        return TypedResults.Ok(package);
    }

    /// <summary>Weak: how long a deadline is away, the position and the links change with time alone, and are no news.</summary>
    private static string Tag(Package package)
    {
        var lasting = package with { Position = 0, Reports = [.. package.Reports.Select(report => new Report(report.Shown with { Deadlines = [] }, [.. report.Attachments.Select(file => file with { Url = "", ThumbnailUrl = null, ExpiresAt = default })]))] };
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lasting)).AsSpan(0, 12))}\"";
    }
}
