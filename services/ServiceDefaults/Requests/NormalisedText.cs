using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Text comes in as NFC: keyboards differ in how they compose Vietnamese letters, and equal words must be equal bytes.
/// The reader refuses broken UTF-8 and lone surrogates by itself; refused here are NUL, which PostgreSQL cannot store, and
/// U+FFFE, which is no character and cannot be normalised.
/// </summary>
internal sealed class NormalisedText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Normalised(reader.GetString()!);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Normalised(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Normalised(string text) => text.AsSpan().ContainsAny('\0', '\uFFFE') ? throw new JsonException() : text.Normalize(NormalizationForm.FormC);
}
