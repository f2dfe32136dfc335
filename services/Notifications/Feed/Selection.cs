using System.Collections.Immutable;

namespace Ecosystem.Notifications.Feed;

/// <summary>A part of the feed: types by name or beginning, and units with those below them; no units are all of them.</summary>
public sealed record Selection(ImmutableArray<string> Types, ImmutableArray<string> Units)
{
    /// <summary>For the rows of the feed; $1 and $2 are <see cref="Parameters"/>.</summary>
    public const string Condition = "data->>'type' like any($1) and (cardinality($2) = 0 or data->'above' ?| $2)";

    public object[] Parameters => [Types.Select(TypePattern.Like).ToArray(), Units.ToArray()];

    /// <summary>What an entry is looked up by: one key for each type with each unit.</summary>
    public ImmutableArray<string> Keys => [.. from type in Types from unit in Units.IsEmpty ? [""] : Units select $"{type}|{unit}"];

    /// <summary>The keys of all selections that have an entry in them.</summary>
    public static string[] KeysOf(FeedRow entry) => [.. from type in TypePattern.AllFor(entry.Type) from unit in entry.Above.Prepend("") select $"{type}|{unit}"];
}
