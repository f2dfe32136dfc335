using System.ComponentModel;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Open311;

/// <summary>A request as the standard's form has it; what is empty is as if it were not there.</summary>
public sealed partial record RequestForm(
    [property: JsonPropertyName("service_code"), Description("The category's code.")] string? ServiceCode,
    [property: JsonPropertyName("jurisdiction_id"), Description("Code of a province or commune.")] string? Jurisdiction = null,
    [property: JsonPropertyName("lat"), Description("Degrees north in WGS 84; with `long`.")] string? Latitude = null,
    [property: JsonPropertyName("long"), Description("Degrees east in WGS 84; with `lat`.")] string? Longitude = null,
    [property: JsonPropertyName("address_string"), Description("Where it is in words, at most 500 characters.")] string? Address = null,
    [property: JsonPropertyName("address_id"), Description("The commune's code.")] string? AddressId = null,
    [property: JsonPropertyName("email"), Description("Of the person who reports.")] string? Email = null,
    [property: JsonPropertyName("device_id"), Description("Not kept.")] string? Device = null,
    [property: JsonPropertyName("account_id"), Description("Not kept.")] string? Account = null,
    [property: JsonPropertyName("first_name"), Description("Given name of the person who reports.")] string? FirstName = null,
    [property: JsonPropertyName("last_name"), Description("Family name of the person who reports.")] string? LastName = null,
    [property: JsonPropertyName("phone"), Description("Of the person who reports.")] string? Phone = null,
    [property: JsonPropertyName("description"), Description("What is wrong, 10 to 4,000 characters with all that is added to it.")] string? Description = null,
    [property: JsonPropertyName("media_url"), Description("Address of a picture; the unit sees it with the text.")] string? MediaUrl = null,
    [property: JsonPropertyName("api_key"), Description("The access token, for clients that send no `Authorization: Bearer`; as a parameter of the address it is taken too.")] string? ApiKey = null,
    [property: JsonPropertyName("attribute[commune]"), Description("The commune's code.")] string? Commune = null,
    [property: JsonPropertyName("attribute[title]"), Description("A title.")] string? Title = null,
    [property: JsonPropertyName("attribute[severity]"), Description("urgent, normal or complex.")] string? Severity = null,
    [property: JsonPropertyName("attribute[confidential]"), Description("true or false.")] string? Confidential = null)
{
    private static readonly string[] Own = ["commune", "title", "severity", "confidential"];

    /// <summary>What is told of the category's own questions.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string[]>? Answers { get; init; }

    public static RequestForm Read(IFormCollection form)
    {
        string? Of(string name) => form.TryGetValue(name, out var values) || form.TryGetValue($"{name}[]", out values) ? Text(values[0]) : null;
        return new(
            Of("service_code"), Of("jurisdiction_id"), Of("lat"), Of("long"), Of("address_string"), Of("address_id"), Of("email"), null, null, Of("first_name"), Of("last_name"), Of("phone"),
            Of("description"), Of("media_url"), null, Of("attribute[commune]"), Of("attribute[title]"), Of("attribute[severity]"), Of("attribute[confidential]")) { Answers = AnswersOf(form) };
    }

    /// <summary>attribute[code]=value, or attribute[code][]=value for several.</summary>
    private static Dictionary<string, string[]>? AnswersOf(IFormCollection form)
    {
        var told = form.Select(field => (Attribute().Match(field.Key), field.Value)).Where(field => field.Item1.Success)
            .Select(field => (Code: field.Item1.Groups[1].Value, Values: field.Value.Select(value => Text(value)).OfType<string>().ToArray()))
            .Where(field => field.Values.Length > 0 && !Own.Contains(field.Code)).GroupBy(field => field.Code).ToDictionary(group => group.Key, group => group.SelectMany(field => field.Values).ToArray());
        return told.Count == 0 ? null : told;
    }

    /// <summary>The text with what the standard has a field for and a report has not.</summary>
    public string Words()
    {
        var name = $"{LastName} {FirstName}".Trim();
        string?[] lines = [Description, name.Length > 0 ? $"Người phản ánh: {name}" : null, MediaUrl is null ? null : $"Ảnh: {MediaUrl}"];
        return string.Join('\n', lines.Where(line => line is not null));
    }

    /// <summary>Null where neither a position nor an address is given.</summary>
    public Place? Place() => Latitude is null && Longitude is null && Address is null ? null : new(Degrees(Latitude), Degrees(Longitude), Address);

    public Contact? Contact() => Phone is null && Email is null ? null : new(Phone, Email);

    /// <summary>No number stays out of every range, so that it is refused with the others.</summary>
    private static double? Degrees(string? written) => written is null ? null
        : double.TryParse(written, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;

    /// <summary>As JSON's texts are read: NFC, and NUL is nothing that can be stored.</summary>
    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text
        ? text.Replace('\0', '\uFFFE').Contains('\uFFFE', StringComparison.Ordinal) ? "\u0001" : text.Normalize(NormalizationForm.FormC)
        : null;

    [GeneratedRegex(@"\Aattribute\[([^\[\]]{1,100})\](\[\])?\z")]
    private static partial Regex Attribute();
}
