using System.Collections.Frozen;
using System.Collections.Immutable;
using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback.Categories;

/// <summary>The tree of categories at one moment, made for reading.</summary>
/// <param name="All">In the order in which forms show them: each followed by those below it.</param>
public sealed record Catalogue(ImmutableArray<Category> All)
{
    private readonly FrozenDictionary<string, Category> byCode = All.ToFrozenDictionary(category => category.Code);

    /// <summary>Null for a code that there never was; closed ones are found.</summary>
    public Category? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The name in the caller's language; the code itself where nobody knows a name.</summary>
    public string NameOf(string code) => Find(code)?.Name() ?? code;

    /// <summary>Whether reports about it are for nobody else's eyes; what is not known is treated as if it were.</summary>
    public bool IsSensitive(string code) => Find(code)?.Definition.Sensitive ?? true;

    /// <summary>These and all below them, closed ones too: their reports are still there.</summary>
    public ImmutableHashSet<string> WithBelow(ImmutableHashSet<string> codes) => codes.Union(All.Where(category => category.Path.Any(codes.Contains)).Select(category => category.Code));

    /// <summary>A closed category shows what was last said of it; whose parent is missing, or is below itself, stands at the top.</summary>
    public static Catalogue Of(ImmutableDictionary<string, ImmutableList<Valid<CategoryDefinition>>> versions, DateTimeOffset time)
    {
        var known = versions.Select(one => Entry.Of(one.Key, one.Value, time)).OfType<Entry>().ToDictionary(entry => entry.Code);
        var below = known.Values.ToLookup(entry => ParentOf(entry, known));
        return new([.. Below("", [], closed: false, below)]);
    }

    private static IEnumerable<Category> Below(string parent, ImmutableArray<string> path, bool closed, ILookup<string, Entry> below)
    {
        foreach (var entry in below[parent].OrderBy(entry => entry.Definition.Order).ThenBy(entry => entry.Code, StringComparer.Ordinal))
        {
            var (own, isClosed) = (path.Add(entry.Code), closed || entry.IsClosed);
            yield return new(entry.Code, entry.Definition, own, !below[entry.Code].Any(child => !child.IsClosed), isClosed);
            foreach (var category in Below(entry.Code, own, isClosed, below)) yield return category;
        }
    }

    private static string ParentOf(Entry entry, Dictionary<string, Entry> known)
    {
        HashSet<string> above = [entry.Code];
        for (var next = entry.Definition.Parent; next is not null && known.TryGetValue(next, out var parent); next = parent.Definition.Parent)
            if (!above.Add(next)) return "";
        return entry.Definition.Parent is { } code && known.ContainsKey(code) ? code : "";
    }

    private sealed record Entry(string Code, CategoryDefinition Definition, bool IsClosed)
    {
        public static Entry? Of(string code, ImmutableList<Valid<CategoryDefinition>> versions, DateTimeOffset time) => versions.At(time) switch
        {
            null => null,
            { Content: { } definition } => new(code, definition, IsClosed: false),
            _ => new(code, versions.Last(version => version.Content is not null).Content!, IsClosed: true),
        };
    }
}
