using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Routing;

/// <summary>What the configuration in force makes of a new report, whichever way it came in.</summary>
/// <param name="Spot">As everybody may know it: blurred where the category is sensitive.</param>
/// <param name="Rule">The routing rule that decided; null where none did.</param>
public sealed record Reception(Severity Severity, Spot? Spot, string Unit, string? Rule = null);

/// <summary>Asks notices, severity, position and routing of the category in one go: every channel receives reports alike.</summary>
public sealed class ReceiveReport(InForce<CategoryPlan, CategoryEvent, Catalogue> categories, Dispatcher dispatcher, TimeProvider clock)
{
    /// <param name="severity">What the caller says of it; null leaves it to the category.</param>
    /// <exception cref="Refused">A notice of the category ends the form, or nobody is known who would be in charge.</exception>
    public async Task<Reception> Of(string category, string commune, Severity? severity, Source source, Statement statement, CancellationToken ct)
    {
        var about = categories.Value.Find(category) ?? throw new Refused(Problem.NotFound);
        Answers.RequireNoStopper(about, statement.Answers);
        var pressing = severity ?? about.Definition.Severity;
        var route = await dispatcher.Of(Matter.Of(category, commune, pressing, source, statement, clock.GetUtcNow()), ct);
        var spot = statement.Place?.Spot();
        Provinces.Require(route.Unit, spot);
        return new(pressing, spot is not null && about.Definition.Sensitive ? PublicSpot.Blurred(spot) : spot, route.Unit, route.Rule);
    }
}
