using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
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
        IReadOnlyDictionary<string, string[]>? Answers = null) : IValidatableObject
    {
        public Statement Statement() => new(Text.Trim(), Place, Contact?.Normalised(), Title?.Trim(), Answers);

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            CategoryCodeAttribute.Categories(validationContext).Find(Category) is { } category ? Categories.Answers.Faults(category, Answers) : [];
    }

    public sealed record Receipt(Guid Id, long Version, long Position, string Code, string Unit) : IPositioned;

    public static ReportEvent[] Decide(Command command, Sealed statement, Reception reception, Report report, Citizen by, DateTimeOffset now) => report switch
    {
        { Status: not ReportStatus.Absent } => throw report.OutOfTurn(),
        _ =>
        [
            new ReportSubmitted(by.Id, command.Category, command.Commune, statement, now, Source.App, reception.Severity, reception.Spot, command.Confidential),
            new ReportAssigned(reception.Unit, now, reception.Rule),
        ],
    };

    public static async Task<Created<Receipt>> Handle(
        Command command, Citizen by, EventStream<Report, ReportEvent> reports, ReceiveReport receive, PersonalData personal, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var told = command.Statement();
        var reception = await receive.Of(command.Category, command.Commune, command.Severity, Source.App, told, ct);    // before a key is made for somebody of whom nothing is kept
        var statement = await personal.Seal(by.Id, told.Write(), ct);
        var now = clock.GetUtcNow();
        var done = await reports.Create(cause.NewId(), report => Decide(command, statement, reception, report, by, now), ct);
        var assigned = done.Events.OfType<ReportAssigned>().Single();
        return TypedResults.Created($"/v1/reports/{done.Id}", new Receipt(done.Id, done.Version, done.Position, TrackingCode.Of(done.Id), assigned.Unit));
    }
}
