using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.DataRequests;
using Ecosystem.Feedback.Moderation;
using Ecosystem.Feedback.Routing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Reports;

/// <summary>A citizen reports something; it has a unit in charge from the first moment, so that no report is nobody's.</summary>
public static class SubmitReport
{
    public sealed record Command(
        [property: CategoryCode] string Category,
        [property: Text(10, 4000, Multiline = true)] string Text,
        [property: CommuneCode] string Commune,
        Place? Place = null,
        Contact? Contact = null,
        [property: Text(2, 250), Description("A title, 2 to 250 characters.")] string? Title = null,
        [property: Description("Whether only the coordinating unit may learn who reports.")] bool Confidential = false,
        [property: Description("urgent (danger to people), normal or complex; the category's where none is given.")] Severity? Severity = null,
        IReadOnlyDictionary<string, string[]>? Answers = null,
        [property: AllowedValues(null, "app", "web", "kiosk", "robot"), Description("What the reporter sits at: app, web, kiosk or robot; app where none is given.")] string? Source = null,
        Consent? Consent = null) : IValidatableObject
    {
        public Statement Statement() => new(Text.Trim(), Place, Contact?.Normalised(), Title?.Trim(), Answers);

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            CategoryCodeAttribute.Categories(validationContext).Find(Category) is { } category ? Categories.Answers.Faults(category, Answers) : [];
    }

    public sealed record Receipt(Guid Id, long Version, long Position, string Code, string Unit) : IPositioned;

    public static ReportEvent[] Decide(Command command, Sealed statement, Reception reception, Report report, Reporting who, DateTimeOffset now)
    {
        if (report.Status is not ReportStatus.Absent) throw report.OutOfTurn();
        List<ReportEvent> events =
        [
            new ReportSubmitted(who.Reporter, command.Category, command.Commune, statement, now, who.Source, reception.Severity, PublicSpot(command, reception), command.Confidential),
            new ReportAssigned(reception.Unit, now, reception.Rule),
        ];
        if (who.Note is not null) events.Add(who.Note);
        if (who.Holds is { Count: > 0 } holds) events.Add(new ReportHeld(holds, now));
        if (command.Consent is { } consent) events.Add(new ConsentGiven(who.Reporter, consent.TextVersion, consent.How, now));
        return [.. events];
    }

    /// <summary>Where somebody reports from whom nobody may know is told less exactly, too.</summary>
    private static Spot? PublicSpot(Command command, Reception reception) =>
        command.Confidential && reception.Spot is { } spot ? Places.PublicSpot.Blurred(spot) : reception.Spot;

    public static async Task<Created<Receipt>> Handle(Command command, Citizen by, Intake intake, Cause cause, CancellationToken ct)
    {
        var receipt = await intake.Submit(cause.NewId(), command, new(by.Id, command.Source is { } source ? Enum.Parse<Source>(source, ignoreCase: true) : Reports.Source.App), ct);
        return TypedResults.Created($"/v1/reports/{receipt.Id}", receipt);
    }
}
