using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ecosystem.Notifications.Feed;

/// <summary>A kind of event that partners may hear, and how it is made from a contract.</summary>
/// <param name="Name">With its version; there for good.</param>
/// <param name="Source">The service where it happened.</param>
/// <param name="What">For the partners' engineers.</param>
/// <param name="Members">Names of what is in <c>data</c>.</param>
public sealed record FeedType(string Name, string Source, string What, ImmutableArray<string> Members)
{
    private const string Prefix = "vn.ecosystem.";

    [JsonIgnore]
    public Type Contract { get; private init; } = typeof(object);

    [JsonIgnore]
    public Func<object, Fact> Read { get; private init; } = _ => throw new InvalidOperationException("A type is made by Of.");

    /// <summary>Names the shape of <c>data</c>.</summary>
    public string Dataschema => $"urn:vn-ecosystem:schema:{Name[Prefix.Length..]}";

    public static FeedType Of<T>(string name, string what, Func<T, string> subject, Func<T, string?> unit, params (string Name, Func<T, object> Value)[] data) where T : class =>
        new($"{Prefix}{name}.v1", $"/{SourceOf(name)}", what, [.. data.Select(member => member.Name)])
        {
            Contract = typeof(T),
            Read = contract => new(subject((T)contract), unit((T)contract), data.ToImmutableSortedDictionary(member => member.Name, member => $"{member.Value((T)contract)}", StringComparer.Ordinal)),
        };

    private static string SourceOf(string name) => name.Split('.')[0] switch
    {
        "report" => "feedback",
        "directive" => "coordination",
        _ => "campaigns",
    };
}

/// <summary>What of a contract goes into the feed.</summary>
public sealed record Fact(string Subject, string? Unit, ImmutableSortedDictionary<string, string> Data);
