using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>Rules that cannot do what they were meant to: whose unit there is not, or who ask for what can never be.</summary>
public static class FindRoutingProblems
{
    /// <param name="Rule">Id of the rule.</param>
    /// <param name="Problem">unknownUnit (the rule is skipped), noSuchUnitInCommune (it is skipped there), unknownCategory or closedCategory.</param>
    /// <param name="About">The unit, commune or category.</param>
    public sealed record Item(string Rule, string Problem, string About);

    public static IEnumerable<Item> InConditions(RuleSet rules, Catalogue categories) =>
        from rule in rules.Rules
        from code in rule.When.Categories ?? []
        let category = categories.Find(code)
        where category is not { IsClosed: false }
        select new Item(rule.Id, category is null ? "unknownCategory" : "closedCategory", code);

    public static async Task<Ok<Page<Item>>> Handle(
        Official by, [CategorySlug] string? draft, EventStream<RoutingPlan, RoutingEvent> plans, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, Dispatcher dispatcher, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var plan = (await plans.Load(RoutingPlan.Id, ct)).State;
        var rules = (draft is null ? plan.At(clock.GetUtcNow()) : PreviewRouting.Drafted(plan, draft)).Rules;
        var found = InConditions(rules, categories.Value).ToList();
        foreach (var rule in rules.Rules) found.AddRange(await InTarget(rule, dispatcher, ct));
        return TypedResults.Ok(new Page<Item>(found, Next: null));
    }

    private static async Task<List<Item>> InTarget(Rule rule, Dispatcher dispatcher, CancellationToken ct)
    {
        if (rule.To.Unit is { } unit) return await dispatcher.IsThere(unit, ct) ? [] : [new(rule.Id, "unknownUnit", unit)];
        List<Item> found = [];
        if (rule.To.Kind is not { } kind) return found;
        foreach (var commune in rule.When.Communes ?? [])
            if ((await dispatcher.InCommune(commune, ct)).All(organisation => organisation.Kind != kind)) found.Add(new(rule.Id, "noSuchUnitInCommune", commune));
        return found;
    }
}
