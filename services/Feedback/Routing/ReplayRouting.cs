using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Routing;

/// <summary>What a draft would have changed about the reports of the last days: each is routed by the rules in force and by the draft.</summary>
public static class ReplayRouting
{
    private const int MostDifferences = 500;

    /// <param name="Draft">Name of the draft.</param>
    /// <param name="Days">How many days back, 1 to 90; at most the newest 20,000 reports of them.</param>
    public sealed record Command([property: CategorySlug] string Draft, [property: Range(1, 90)] int Days = 30);

    /// <param name="Reports">How many reports were routed.</param>
    /// <param name="Changed">How many would be another unit's, or decided by another rule.</param>
    /// <param name="Unreadable">How many were routed without their text, as their reporters have had it erased.</param>
    /// <param name="Differences">The newest 500 of those that would change.</param>
    /// <param name="Units">How many reports each unit that gains or loses any has by the rules in force, and would have.</param>
    public sealed record Shown(int Reports, int Changed, int Unreadable, IReadOnlyList<Difference> Differences, IReadOnlyList<Balance> Units);

    /// <param name="Report">Id of the report.</param>
    /// <param name="Code">Its public code.</param>
    /// <param name="Before">By the rules in force.</param>
    /// <param name="After">By the draft.</param>
    public sealed record Difference(Guid Report, string Code, Decided? Before, Decided? After);

    /// <param name="Unit">Code of the organisation in charge.</param>
    /// <param name="Rule">Id of the rule that decides; null where none leads anywhere.</param>
    public sealed record Decided(string Unit, string? Rule);

    /// <param name="Unit">Code of the organisation.</param>
    /// <param name="Before">By the rules in force.</param>
    /// <param name="After">By the draft.</param>
    public sealed record Balance(string Unit, int Before, int After);

    public static async Task<Ok<Shown>> Handle(
        Command command, Official by, EventStream<RoutingPlan, RoutingEvent> plans, PastMatters past, Dispatcher dispatcher, TimeProvider clock, ILogger<PersonalData> audit, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var (plan, now) = ((await plans.Load(RoutingPlan.Id, ct)).State, clock.GetUtcNow());
        var (live, draft) = (plan.At(now), PreviewRouting.Drafted(plan, command.Draft));
        var opens = live.ReadStatements || draft.ReadStatements;
        if (opens) audit.LogInformation("personal data read: {Caller} routed the reports of {Days} days by {Draft}", by.Id, command.Days, command.Draft);
        List<Outcome> outcomes = [];
        await foreach (var (row, matter, isReadable) in past.Since(now.AddDays(-command.Days), opens, ct))
            outcomes.Add(new(row, Told(await dispatcher.Find(live, matter, ct)), Told(await dispatcher.Find(draft, matter, ct)), isReadable));
        return TypedResults.Ok(Compare(outcomes));
    }

    public static Shown Compare(IReadOnlyList<Outcome> outcomes)
    {
        var changed = outcomes.Where(outcome => outcome.Before != outcome.After).ToList();
        var units = outcomes.SelectMany(outcome => new[] { outcome.Before?.Unit, outcome.After?.Unit }).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(unit => new Balance(unit, outcomes.Count(outcome => outcome.Before?.Unit == unit), outcomes.Count(outcome => outcome.After?.Unit == unit)));
        return new(
            outcomes.Count, changed.Count, outcomes.Count(outcome => !outcome.IsReadable),
            [.. changed.Take(MostDifferences).Select(outcome => new Difference(outcome.Report.Id, outcome.Report.Data.Code, outcome.Before, outcome.After))],
            [.. units.Where(unit => unit.Before != unit.After)]);
    }

    private static Decided? Told(Route? route) => route is null ? null : new(route.Unit, route.Rule);

    public sealed record Outcome(Row<ReportRow> Report, Decided? Before, Decided? After, bool IsReadable);
}
