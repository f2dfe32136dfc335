using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>The coordinating unit decides whether everybody may see a report's words; the unit in charge sees them in any case.</summary>
public static class ModerateReport
{
    public sealed record Command(
        [property: AllowedValues("show", "hide"), Description("show or hide.")] string Decision,
        [property: Text(5, 500), Description("Why, for everybody to read, 5 to 500 characters; needed to hide.")] string? Reason = null) : IValidatableObject
    {
        public bool Hides() => Decision == "hide";

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Hides() && Reason is null) yield return new(Language.Say("Whoever hides says why.", "Khi ẩn cần nêu lý do."), [nameof(Reason)]);
        }
    }

    public static ReportEvent[] Decide(Command command, Report report, Official by, DateTimeOffset now)
    {
        if (report.Status is ReportStatus.Absent) throw new Refused(Problem.NotFound);
        CoordinatingUnit.Require(by, report.Province, report.Category);    // whichever kind of unit is in charge
        if (command.Hides()) return report.Public.State is PublicState.Hidden && report.Public.Reason == command.Reason!.Trim() ? [] : [new ReportHidden(command.Reason!.Trim(), by.Organisation, now)];
        return report.Public.State is PublicState.Shown ? [] : [new ReportShown(by.Organisation, now)];
    }

    public static async Task<Ok<Written>> Handle(Guid id, Command command, Official by, EventStream<Report, ReportEvent> reports, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await reports.Append(id, report => Decide(command, report, by, clock.GetUtcNow()), ct)).Written);
}
