using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>One template as it counts now or did at a time, and all that was decided about it.</summary>
public static class ReadTemplate
{
    /// <param name="Definition">As it was decided; null where the template is closed.</param>
    /// <param name="Versions">What was, is and will be in force.</param>
    public sealed record Shown([property: Description("The template's code.")] string Code, long Version, long Position, TemplateDefinition? Definition, IReadOnlyList<Entry> Versions) : IPositioned;

    /// <param name="Change">Number of the change that brought it; 0 for what was shipped.</param>
    /// <param name="From">From when on it counts; null for what was shipped.</param>
    /// <param name="Decision">Number of the decision; null for what was shipped.</param>
    /// <param name="Definition">What was decided; null when the template was closed.</param>
    /// <param name="By">Subject identifier of the official who entered it; null for what was shipped.</param>
    public sealed record Entry(long Change, DateTimeOffset? From, string? Decision, TemplateDefinition? Definition, string? By);

    /// <param name="asOf">Shows the template as it stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        [CategorySlug, Description("The template's code.")] string code, [SensibleTime] DateTimeOffset? asOf, Official by, EventStream<TemplatePlan, TemplateEvent> plans, StreamLog log, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        var plan = await plans.Load(TemplatePlan.Id, ct, asOf);
        var versions = plan.State.Versions.GetValueOrDefault(code) ?? throw new Refused(Problem.NotFound);
        var entered = (await log.History(TemplatePlan.Id, ct)).ToDictionary(entry => entry.Version);
        var shown = versions.Select(version => new Entry(
            version.Change, version.Change == 0 ? null : version.From, version.Decision, version.Content, entered.GetValueOrDefault(version.Change)?.By));
        return TypedResults.Ok(new Shown(code, plan.Version, plan.Position, versions.At(asOf ?? clock.GetUtcNow())?.Content, [.. shown]));
    }
}
