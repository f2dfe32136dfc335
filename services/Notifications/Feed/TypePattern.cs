using System.Collections.Immutable;

namespace Ecosystem.Notifications.Feed;

/// <summary>A type's whole name, or its beginning with a wildcard for the rest: vn.ecosystem.report.*</summary>
public static class TypePattern
{
    private const string Wildcard = "*";

    public static bool Matches(string pattern, string type) =>
        pattern == type || pattern == Wildcard || (pattern.EndsWith(".*", StringComparison.Ordinal) && type.StartsWith(pattern[..^1], StringComparison.Ordinal));

    /// <summary>True when all that the pattern can match is matched by the wider one.</summary>
    public static bool Includes(string wider, string pattern) => Matches(wider, pattern);

    /// <summary>All patterns that match a type: they are looked up instead of trying every subscription.</summary>
    public static ImmutableArray<string> AllFor(string type)
    {
        var parts = type.Split('.');
        return [type, .. Enumerable.Range(1, parts.Length - 1).Select(length => $"{string.Join('.', parts.Take(length))}.*"), Wildcard];
    }

    /// <summary>For SQL's like: names of types hold neither % nor _.</summary>
    public static string Like(string pattern) => pattern.Replace('*', '%');
}
