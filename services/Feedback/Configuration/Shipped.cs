using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Configuration;

/// <summary>What a city starts with: files of the folder Data, within the program.</summary>
public static class Shipped
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static T Read<T>(string file)
    {
        using var table = typeof(Shipped).Assembly.GetManifestResourceStream($"Ecosystem.Feedback.Data.{file}")!;
        return JsonSerializer.Deserialize<T>(table, Json)!;
    }
}
