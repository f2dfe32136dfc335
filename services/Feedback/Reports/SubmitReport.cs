using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Deadlines;
using Ecosystem.Feedback.Organisations;
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
        [property: Description("urgent (danger to people), normal or complex; normal where none is given.")] Severity? Severity = null)
    {
        public Statement Statement() => new(Text.Trim(), Place, Contact?.Normalised(), Title?.Trim());
    }

    public sealed record Receipt(Guid Id, long Version, long Position, string Code, string Unit) : IPositioned;

    public static ReportEvent[] Decide(Command command, Sealed statement, string unit, Report report, Citizen by, DateTimeOffset now) => report switch
    {
        { Status: not ReportStatus.Absent } => throw report.OutOfTurn(),
        _ =>
        [
            new ReportSubmitted(by.Id, command.Category, command.Commune, statement, now, Source.App, command.Severity ?? Severity.Normal, command.Place?.Spot(), command.Confidential),
            new ReportAssigned(unit, now),
        ],
    };

    public static async Task<Created<Receipt>> Handle(
        Command command, Citizen by, EventStream<Report, ReportEvent> reports, ReadModel<OrganisationRow> organisations, Rulebook rulebook, PersonalData personal, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var unit = await OrganisationRow.InCharge(organisations, command.Commune, Category.Find(command.Category)!.Unit, ct)
            ?? throw new Refused(FeedbackProblems.UnknownCommune);    // before a key is made for somebody of whom nothing is kept
        var statement = await personal.Seal(by.Id, command.Statement().Write(), ct);
        var now = clock.GetUtcNow();
        var rules = await rulebook.Of(unit[..2], now, ct);
        var done = await reports.Create(cause.NewId(), report => rules.Follow(report, Decide(command, statement, unit, report, by, now), now), ct);
        var assigned = done.Events.OfType<ReportAssigned>().Single();
        return TypedResults.Created($"/v1/reports/{done.Id}", new Receipt(done.Id, done.Version, done.Position, TrackingCode.Of(done.Id), assigned.Unit));
    }
}
