using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Text comes in as NFC: keyboards differ in how they compose Vietnamese letters, and equal words must be equal bytes.
/// The reader refuses broken UTF-8 and lone surrogates by itself; NUL is refused here, as PostgreSQL cannot store it.
/// </summary>
internal sealed class NormalisedText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Normalised(reader.GetString()!);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Normalised(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Normalised(string text) => text.Contains('\0') ? throw new JsonException() : text.Normalize(NormalizationForm.FormC);
}
