using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// The language of texts for people: Vietnamese, or English where the caller prefers it. No CultureInfo: machines
/// without ICU do not know "vi", and a culture would also change how numbers are written.
/// </summary>
public static class Language
{
    private static readonly AsyncLocal<bool> PrefersEnglish = new();

    /// <summary>"vi" or "en".</summary>
    public static string Current => PrefersEnglish.Value ? "en" : "vi";

    /// <summary>The one of two texts that the current request's caller reads.</summary>
    public static string Say(string english, string vietnamese) => PrefersEnglish.Value ? english : vietnamese;

    internal static void Use(HttpRequest request) => PrefersEnglish.Value = Quality(request, "en") > Quality(request, "vi");

    private static double Quality(HttpRequest request, string language) => request.GetTypedHeaders().AcceptLanguage
        .Where(range => range.Value.Value is { } tag && (tag == language || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase)))
        .Select(range => range.Quality ?? 1)
        .DefaultIfEmpty(0)
        .Max();
}
