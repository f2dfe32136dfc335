using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>A template is offered no more; what was answered with it stays as it was sent.</summary>
public static class CloseTemplate
{
    /// <param name="Decision">Number of the decision that orders it, 1 to 100 characters.</param>
    /// <param name="ValidFrom">From when on it counts; left out: at once.</param>
    public sealed record Command([property: Text(1, 100)] string Decision, [property: SensibleTime] DateTimeOffset? ValidFrom = null);

    public static TemplateEvent[] Decide(string code, Command command, TemplatePlan plan, DateTimeOffset now)
    {
        var from = Validity.From(command.ValidFrom, now);
        return plan.Versions.GetValueOrDefault(code)?.At(from) switch
        {
            null => throw new Refused(Problem.NotFound),
            { Content: null } => [],
            _ => [new TemplateClosed(code, from, command.Decision.Trim(), now)],
        };
    }

    public static Task<Ok<Written>> Handle(
        [CategorySlug, Description("The template's code.")] string code, Command command, Official by, EventStream<TemplatePlan, TemplateEvent> plans,
        InForce<TemplatePlan, TemplateEvent, Templates> templates, CancellationToken ct) =>
        templates.Change(plans, by, (plan, now) => Decide(code, command, plan, now), ct);
}
