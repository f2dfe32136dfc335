using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.Feedback.Reports;

/// <summary>What the reporter said: personal in every part, so it is stored in one piece under the reporter's key.</summary>
public sealed record Statement(string Text, Place? Place, Contact? Contact, string? Title = null, IReadOnlyDictionary<string, string[]>? Answers = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static Statement? Read(string? written) => written is null ? null : JsonSerializer.Deserialize<Statement>(written, Json);
}
