using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Guidance;
using Ecosystem.Feedback.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>A report's words and photos for everybody: once a unit has read it, with numbers masked, and never where the category is sensitive or the reporter asked for silence or restricted the use of the data.</summary>
public static class ShowContent
{
    /// <param name="Hidden">Why nothing is shown, if it was hidden; null otherwise.</param>
    public sealed record Content(
        string Code,
        [property: Description("open, held, hidden or shown.")] PublicState State,
        [property: Description("Why it is hidden, in the words of whoever hid it; null where it is not.")] string? Hidden,
        [property: Description("The title, telephone and identity numbers masked; null where it is not for everybody.")] string? Title,
        [property: Description("What is wrong, telephone and identity numbers masked; null where it is not for everybody.")] string? Text,
        [property: Description("Photos that are for everybody, with links that last ten minutes.")] IReadOnlyList<ListAttachments.Shown> Photos);

    public static bool IsForEverybody(ReportRow report, bool isSensitive) =>
        !isSensitive && report is { IsConfidential: false, AcceptedAt: not null, Status: not ReportStatus.Rejected, Public.State: PublicState.Open or PublicState.Shown };

    public static async Task<Ok<Content>> Handle(
        string code, ReadModel<ReportRow> reports, ReadModel<ReportFiles> attached, ReadModel<DataSubject> subjects, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, AttachmentLinks links, PersonalData personal, CancellationToken ct)
    {
        var known = TrackingCode.Read(code) ?? throw new Refused(FeedbackProblems.WrongTrackingCode);
        var row = await reports.First("data->>'code' = $1", [known], ct) ?? throw new Refused(Problem.NotFound);
        var report = row.Data;
        if (!IsForEverybody(report, categories.Value.IsSensitive(report.Category)) || await DataSubject.MayNotBeRead(subjects, report.Reporter, ct))
            return TypedResults.Ok(new Content(known, report.Public.State, report.Public.Reason, null, null, []));
        var statement = Statement.Read(await personal.Open(report.Reporter, report.Statement, ct));
        var photos = statement is null ? [] : (await attached.Find(ReportFiles.IdOf(row.Id), ct))?.Data.ForEverybody() ?? [];
        return TypedResults.Ok(new Content(known, report.Public.State, null, Masked(statement?.Title), Masked(statement?.Text), [.. photos.Select(file => links.Shown(file))]));
    }

    private static string? Masked(string? text) => text is null ? null : PersonalNumbers.Masked(text);
}
