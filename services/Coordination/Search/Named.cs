using System.Collections.Immutable;

namespace Ecosystem.Coordination;

/// <summary>A stored row that people look for by name.</summary>
/// <param name="Names">Short name first; all of them can be meant.</param>
/// <param name="Search">Folded names and codes: what the trigram index of Schema/100_search.sql is on.</param>
public sealed record Named<TShown>(string Code, TShown Shown, ImmutableArray<string> Names, string Search)
{
    public static Named<TShown> Of(string code, TShown shown, params ImmutableArray<string> names) =>
        new(code, shown, names, VietnameseText.Folded(string.Join(' ', names.Append(code.Replace('.', ' ')))));
}
