using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels;

/// <summary>How a report came in: who wrote it down, under which number, and whether the contact can be relied on.</summary>
public static class ReadIntake
{
    public sealed record Shown(
        Guid Id, long Version, long Position, Source Source,
        [property: Description("Identifier of the operator or system that made the report; null where the reporter did.")] string? By,
        [property: Description("The hotline's or counter's own number of the call; null where there is none.")] string? CallReference,
        [property: Description("Whether the operator made sure that the number is the caller's; null where nobody was to.")] bool? ContactVerified,
        [property: Description("The partner's own number of the report; null where there is none.")] string? ExternalReference,
        [property: Description("The household visit of which it was made; null where it came in otherwise.")] Guid? Visit,
        [property: Description("The campaign of that visit; null where there was none.")] Guid? Campaign) : IPositioned;

    public static async Task<Ok<Shown>> Handle(Guid id, Official by, ReadModel<ReportRow> reports, CancellationToken ct)
    {
        if (await reports.Find(id, ct) is not { } row || !row.Data.IsOpenTo(by)) throw new Refused(Problem.NotFound);
        var intake = row.Data.Intake;
        return TypedResults.Ok(new Shown(id, row.Version, row.Position, row.Data.Source, intake?.By, intake?.CallReference, intake?.IsContactVerified, intake?.ExternalReference, intake?.Visit, intake?.Campaign));
    }
}
