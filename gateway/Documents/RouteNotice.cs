using System.Globalization;

namespace Ecosystem.Gateway.Documents;

/// <summary>What a route's metadata say of its end.</summary>
/// <param name="Deprecation">From when on nobody should build on it.</param>
/// <param name="Sunset">From when on it may be gone.</param>
/// <param name="Link">Where it is told what comes instead.</param>
public sealed record RouteNotice(DateTimeOffset? Deprecation, DateTimeOffset? Sunset, string? Link)
{
    /// <summary>Null for a route that stays.</summary>
    /// <exception cref="FormatException">A time is none.</exception>
    public static RouteNotice? Of(IReadOnlyDictionary<string, string>? metadata) => metadata is null ? null
        : new RouteNotice(Time(metadata, nameof(Deprecation)), Time(metadata, nameof(Sunset)), metadata.GetValueOrDefault(nameof(Link))) is var notice && notice == new RouteNotice(null, null, null) ? null
        : notice;

    /// <summary>RFC 9745 and RFC 8594.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers
    {
        get
        {
            if (Deprecation is { } since) yield return new("Deprecation", string.Create(CultureInfo.InvariantCulture, $"@{since.ToUnixTimeSeconds()}"));
            if (Sunset is { } end) yield return new("Sunset", end.ToString("R", CultureInfo.InvariantCulture));
            if (Link is { } uri) yield return new("Link", $"<{uri}>; rel=\"deprecation\"");
        }
    }

    private static DateTimeOffset? Time(IReadOnlyDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out var text) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : null;
}
