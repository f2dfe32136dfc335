using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.AnswerTemplates;

// Quoted names are in the database for good: add, never rename.
public abstract record TemplateEvent;

/// <param name="Decision">Number of the decision that orders it.</param>
[Stored("answer_template_defined")]
public sealed record TemplateDefined(string Code, TemplateDefinition Definition, DateTimeOffset From, string Decision, DateTimeOffset At) : TemplateEvent;

[Stored("answer_template_closed")]
public sealed record TemplateClosed(string Code, DateTimeOffset From, string Decision, DateTimeOffset At) : TemplateEvent;

/// <summary>The templates that count at one moment, in their order.</summary>
public sealed record Templates(ImmutableArray<AnswerTemplate> All)
{
    public AnswerTemplate? Find(string? code) => All.FirstOrDefault(template => template.Code == code);

    /// <param name="category">Null: whatever the category.</param>
    /// <param name="state">Null: whatever the state.</param>
    public IEnumerable<AnswerTemplate> For(string? category, TemplateState? state, Catalogue categories) =>
        All.Where(template => (state is null || template.Definition.State == state) && (category is null || template.Definition.IsFor(category, categories)));
}

/// <summary>All templates that there ever were, with what counts from when on; it begins with what is shipped, so loading that twice changes nothing.</summary>
/// <param name="Changes">How many changes there were: the version of the one stream that holds them.</param>
public sealed record TemplatePlan(ImmutableDictionary<string, ImmutableList<Valid<TemplateDefinition>>> Versions, long Changes) : IScheduled<Templates>
{
    public static readonly Guid Id = NamedId.Of("answer templates");

    private static readonly ImmutableDictionary<string, ImmutableList<Valid<TemplateDefinition>>> AtFirst = Shipped.Read<AnswerTemplate[]>("answer-templates.json").Index().ToImmutableDictionary(
        line => line.Item.Code,
        line => ImmutableList.Create(new Valid<TemplateDefinition>(line.Item.Definition with { Order = line.Index * 10 }, DateTimeOffset.MinValue, Decision: null, Change: 0)));

    public static TemplatePlan New(Guid id) => new(AtFirst, 0);

    public IEnumerable<DateTimeOffset> Turns => Versions.Values.SelectMany(versions => versions).Select(version => version.From);

    public Templates At(DateTimeOffset time) => new(
    [
        .. Versions.Where(one => one.Value.At(time) is { Content: not null }).Select(one => new AnswerTemplate(one.Key, one.Value.At(time)!.Content!))
            .OrderBy(template => template.Definition.Order).ThenBy(template => template.Code, StringComparer.Ordinal),
    ]);

    public static TemplatePlan Evolve(TemplatePlan plan, TemplateEvent happened) => happened switch
    {
        TemplateDefined e => plan.With(e.Code, e.Definition, e.From, e.Decision),
        TemplateClosed e => plan.With(e.Code, null, e.From, e.Decision),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    private TemplatePlan With(string code, TemplateDefinition? definition, DateTimeOffset from, string decision) => new(
        Versions.SetItem(code, Versions.GetValueOrDefault(code, []).Add(new(definition, from, decision, Changes + 1))), Changes + 1);
}
