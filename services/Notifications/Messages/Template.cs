using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ecosystem.Notifications;

/// <param name="Subject">One line.</param>
public sealed record Text(string Subject, string Body);

/// <summary>A text in both languages with places to fill: {name} as it is, {name:time} as a time of day and date in Vietnam.</summary>
/// <param name="Name">Stored with every message: there for good.</param>
public sealed partial record Template(string Name, Text Vietnamese, Text English)
{
    // Viet Nam has had no other time since 1975, so no time zone data is needed.
    private static readonly TimeSpan VietnamTime = TimeSpan.FromHours(7);

    /// <summary>What a message lacks stays empty: one odd message must not hide the others of an inbox.</summary>
    public Text Render(ImmutableDictionary<string, string> arguments, TextLanguage language)
    {
        var text = language == TextLanguage.En ? English : Vietnamese;
        return new(LineEnds().Replace(Fill(text.Subject, arguments, language), " "), Fill(text.Body, arguments, language));
    }

    private static string Fill(string pattern, ImmutableDictionary<string, string> arguments, TextLanguage language) =>
        Places().Replace(pattern, place => arguments.GetValueOrDefault(place.Groups["name"].Value) is not { } value ? ""
            : place.Groups["time"].Success ? TimeIn(language, value)
            : value);

    private static string TimeIn(TextLanguage language, string time)
    {
        var there = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToOffset(VietnamTime);
        return there.ToString(language == TextLanguage.En ? "HH:mm 'on' d MMMM yyyy" : "HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(?<time>:time)?\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineEnds();
}
