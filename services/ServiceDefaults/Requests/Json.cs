using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// JSON at the edge is strict: what is misspelt, given twice, of another type or missing is refused, not guessed. Guessing
/// would store what nobody meant, and for good.
/// </summary>
public static class Json
{
    internal static void Use(JsonOptions options) => Configure(options.SerializerOptions);

    /// <summary>The settings of every service's HTTP edge.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All); // Vietnamese stays readable in answers and logs
        options.Converters.Add(new EnumNames());
        options.Converters.Add(new NormalisedText());
        options.Converters.Add(new ZonedTime());
        return options;
    }
}
