using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;

namespace Ecosystem.Feedback.Desk;

/// <summary>The JSON that a form means. A name may say what its text stands for: name:time is a local time in Viet Nam, name:list words between commas, spaces or lines, name:number a whole number. Names with _ are the page's own; empty fields are left out.</summary>
public static class FormJson
{
    private static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    public static JsonObject Of(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var json = new JsonObject();
        foreach (var (name, value) in form.Where(field => field.Key is { Length: > 0 } key && key[0] != '_' && field.Value.ToString().Length > 0))
        {
            var parts = name.Split(':', 2);
            json[parts[0]] = Value(parts is [_, var kind] ? kind : "", value);
        }

        return json;
    }

    /// <summary>Browsers send line ends as CR LF; one character is enough for everybody.</summary>
    private static JsonNode? Value(string kind, StringValues value) => kind switch
    {
        "time" => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var time) ? string.Create(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd'T'HH:mm:ss}+07:00") : value.ToString(),
        "list" => new JsonArray([.. value.SelectMany(one => one!.Split(Between, StringSplitOptions.RemoveEmptyEntries)).Select(one => JsonValue.Create(one))]),
        "number" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
    };
}
