using System.Collections.Immutable;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>A category with its place in the tree that is in force.</summary>
/// <param name="Path">The codes from the root down to this one.</param>
/// <param name="IsLeaf">Nothing open is below it.</param>
/// <param name="IsClosed">It, or one above it, takes no reports any more; what was reported keeps its name.</param>
public sealed record Category(string Code, CategoryDefinition Definition, ImmutableArray<string> Path, bool IsLeaf, bool IsClosed)
{
    /// <summary>In the language of the current request.</summary>
    public string Name() => Language.Say(Definition.English, Definition.Vietnamese);

    /// <summary>Whether a report may be about it: leaves always, others where they say so.</summary>
    public bool IsReportable => !IsClosed && (IsLeaf || Definition.Reportable);
}
