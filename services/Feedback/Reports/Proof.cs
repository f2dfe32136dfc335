using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Reports;

/// <summary>Proof that the category of a report asks of its answer.</summary>
public sealed record ShownProof(
    [property: Description("note, photoAfter (a photo that the unit has attached since it accepted the report) or cost.")] ProofKind Kind,
    [property: Description("Whether it is there already; note and cost come with the answer itself.")] bool IsThere);

/// <summary>Asks what proof the answer to a report needs by the categories in force, and whether the photo is there.</summary>
public sealed class Proof(InForce<CategoryPlan, CategoryEvent, Catalogue> categories, EventStream<ReportFiles, AttachmentEvent> files)
{
    /// <summary>Photos are never taken away again, so what is there when this is asked is there when the answer is stored.</summary>
    /// <param name="photo">Whether the unit has shown its work since it accepted the report.</param>
    public static ImmutableArray<ProofKind> Missing(IReadOnlyList<ProofKind> required, bool photo, bool note, bool cost) =>
        [.. required.Where(kind => !(kind switch { ProofKind.PhotoAfter => photo, ProofKind.Note => note, _ => cost }))];

    public static bool ShowsWork(ReportFiles files, DateTimeOffset? acceptedAt) =>
        files.Files.Any(file => file is { By: AttachedBy.Unit, Width: not null } && file.At >= acceptedAt);

    /// <exception cref="Refused">Something is missing.</exception>
    public static void Require(ImmutableArray<ProofKind> missing)
    {
        if (missing.Length > 0) throw new Refused(ReportProblems.ProofMissing) { Allowed = [.. missing.Select(kind => JsonNamingPolicy.CamelCase.ConvertName($"{kind}"))] };
    }

    public async Task<ImmutableArray<ProofKind>> Missing(Guid id, Report report, AnswerReport.Command command, CancellationToken ct)
    {
        var required = Required(report.Submitted!.Category);
        return Missing(required, required.Contains(ProofKind.PhotoAfter) && ShowsWork((await files.Load(ReportFiles.IdOf(id), ct)).State, report.AcceptedAt), command.Note is not null, command.Cost is not null);
    }

    public async Task<IReadOnlyList<ShownProof>> Shown(Guid id, ReportRow report, CancellationToken ct) =>
        Shown(report, Required(report.Category).Contains(ProofKind.PhotoAfter) ? (await files.Load(ReportFiles.IdOf(id), ct)).State : null);

    /// <param name="attached">What is attached to the report; null when there is nothing, or when no photo is asked for.</param>
    public IReadOnlyList<ShownProof> Shown(ReportRow report, ReportFiles? attached)
    {
        var required = Required(report.Category);
        var photo = attached is not null && ShowsWork(attached, report.LastAcceptedAt ?? report.AcceptedAt);
        var missing = Missing(required, photo, report.WorkNote is not null, report.WorkCost is not null);
        return [.. required.Select(kind => new ShownProof(kind, !missing.Contains(kind)))];
    }

    private IReadOnlyList<ProofKind> Required(string category) => categories.Value.Find(category)?.Definition.Required() ?? [];
}
