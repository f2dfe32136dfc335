using System.Diagnostics.CodeAnalysis;

namespace Ecosystem.Feedback.Open311;

/// <summary>One of the two formats of GeoReport v2, by the ending of the address.</summary>
public sealed record Format : IParsable<Format>
{
    public static readonly Format Json = new("json", "application/json"), Xml = new("xml", "text/xml");

    private Format(string ending, string mediaType) => (Ending, MediaType) = (ending, mediaType);

    public string Ending { get; }

    public string MediaType { get; }

    public static Format Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var format) ? format : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Format result)
    {
        result = new[] { Json, Xml }.FirstOrDefault(format => format.Ending.Equals(s, StringComparison.OrdinalIgnoreCase));
        return result is not null;
    }
}
