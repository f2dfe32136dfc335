using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Categories;

// Quoted names are in the database for good: add, never rename.
public abstract record CategoryEvent;

/// <param name="Decision">Number of the decision that orders it.</param>
[Stored("category_defined")]
public sealed record CategoryDefined(string Code, CategoryDefinition Definition, DateTimeOffset From, string Decision, DateTimeOffset At) : CategoryEvent;

[Stored("category_closed")]
public sealed record CategoryClosed(string Code, DateTimeOffset From, string Decision, DateTimeOffset At) : CategoryEvent;

/// <summary>All categories that there ever were, with what counts from when on; it begins with what is shipped.</summary>
/// <param name="Changes">How many changes there were: the version of the one stream that holds them.</param>
public sealed record CategoryPlan(ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> Versions, long Changes) : IScheduled<Catalogue>
{
    /// <summary>One stream, so that no two changes of the tree pass one another.</summary>
    public static readonly Guid Id = NamedId.Of("categories");

    public static CategoryPlan New(Guid id) => new(ShippedCategories.Versions, 0);

    public IEnumerable<DateTimeOffset> Turns => Versions.Values.SelectMany(versions => versions).Select(version => version.From);

    public Catalogue At(DateTimeOffset time) => Catalogue.Of(Versions, time);

    public static CategoryPlan Evolve(CategoryPlan plan, CategoryEvent happened) => happened switch
    {
        CategoryDefined e => plan.With(e.Code, e.Definition, e.From, e.Decision),
        CategoryClosed e => plan.With(e.Code, null, e.From, e.Decision),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    private CategoryPlan With(string code, CategoryDefinition? definition, DateTimeOffset from, string decision) => new(
        Versions.SetItem(code, Versions.GetValueOrDefault(code, []).Add(new(definition, from, decision, Changes + 1))), Changes + 1);
}
