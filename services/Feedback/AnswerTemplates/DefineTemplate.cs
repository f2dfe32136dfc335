using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>The coordinating unit writes a template, or writes it anew, by a decision and from a date on.</summary>
public static class DefineTemplate
{
    /// <param name="Definition">All of the template.</param>
    /// <param name="Decision">Number of the decision that orders it, 1 to 100 characters.</param>
    /// <param name="ValidFrom">From when on it counts; left out: at once.</param>
    public sealed record Command(TemplateDefinition Definition, [property: Text(1, 100)] string Decision, [property: SensibleTime] DateTimeOffset? ValidFrom = null);

    public static TemplateEvent[] Decide(string code, Command command, TemplatePlan plan, DateTimeOffset now)
    {
        var from = Validity.From(command.ValidFrom, now);
        var isSo = plan.Versions.GetValueOrDefault(code)?.At(from) is { Content: { } known } && JsonSerializer.Serialize(known) == JsonSerializer.Serialize(command.Definition);
        return isSo ? [] : [new TemplateDefined(code, command.Definition, from, command.Decision.Trim(), now)];
    }

    public static Task<Ok<Written>> Handle(
        [CategorySlug, Description("The template's code.")] string code, Command command, Official by, EventStream<TemplatePlan, TemplateEvent> plans,
        InForce<TemplatePlan, TemplateEvent, Templates> templates, CancellationToken ct) =>
        templates.Change(plans, by, (plan, now) => Decide(code, command, plan, now), ct);
}
