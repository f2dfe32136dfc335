using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>Where a report would go, by which rule and why, without one being made.</summary>
public static class PreviewRouting
{
    /// <param name="Category">Code of what would be reported.</param>
    /// <param name="Text">What would be said, at most 4,000 characters.</param>
    /// <param name="Severity">How pressing; left out: what the category says.</param>
    /// <param name="Source">How it would come in; left out: app.</param>
    /// <param name="At">When it would come; left out: now.</param>
    /// <param name="Draft">Name of the draft to ask; left out: the rules in force.</param>
    public sealed record Command(
        [property: CategoryCode] string Category,
        [property: CommuneCode] string Commune,
        [property: Text(1, 4000, Multiline = true)] string? Text = null,
        Place? Place = null,
        Severity? Severity = null,
        Source? Source = null,
        IReadOnlyDictionary<string, string[]>? Answers = null,
        [property: SensibleTime] DateTimeOffset? At = null,
        [property: CategorySlug] string? Draft = null);

    /// <param name="Unit">Code of the organisation that would be in charge; null where nobody is known.</param>
    /// <param name="Rule">Id of the rule that would decide; null where none leads anywhere and the category or the coordinating unit does.</param>
    /// <param name="Why">What of the report meets the rule's condition.</param>
    /// <param name="Skipped">Ids of rules that fit, and whose unit there is not.</param>
    /// <param name="Rules">Number of the change that brought the rules; 0 for what was shipped.</param>
    public sealed record Shown(string? Unit, string? Rule, ImmutableArray<Reason> Why, ImmutableArray<string> Skipped, long Rules);

    public static async Task<Ok<Shown>> Handle(
        Command command, Official by, EventStream<RoutingPlan, RoutingEvent> plans, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, Dispatcher dispatcher, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var plan = (await plans.Load(RoutingPlan.Id, ct)).State;
        var rules = command.Draft is null ? plan.At(command.At ?? clock.GetUtcNow()) : Drafted(plan, command.Draft);
        var route = await dispatcher.Find(rules, MatterOf(command, categories.Value, clock.GetUtcNow()), ct);
        return TypedResults.Ok(new Shown(route?.Unit, route?.Rule, route?.By?.Why() ?? [], route?.Skipped ?? [], rules.Version));
    }

    /// <exception cref="Refused">There is no such draft.</exception>
    public static Matchers Drafted(RoutingPlan plan, string draft) =>
        plan.Drafts.TryGetValue(draft, out var rules) ? new(rules, plan.Changes) : throw new Refused(RoutingProblems.UnknownDraft);

    private static Matter MatterOf(Command command, Catalogue categories, DateTimeOffset now) => new(
        command.Category, command.Commune, command.Severity ?? categories.Find(command.Category)?.Definition.Severity ?? Severity.Normal, command.Source ?? Source.App,
        command.Place?.Spot(), command.Text ?? "", command.Answers, command.At ?? now);
}
