using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.ServiceDefaults;

/// <summary>Times come in with their offset (without one they would mean whatever zone the server is in) and go out as UTC with a Z.</summary>
internal sealed class ZonedTime : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HasOffset(reader.GetString()) ? reader.GetDateTimeOffset().ToUniversalTime() : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value.UtcDateTime);

    /// <summary>Date, time and offset as ISO 8601 has them.</summary>
    public static bool IsWhole(string time) => time is [_, _, _, _, '-', _, _, '-', _, _, 'T', ..] && HasOffset(time);

    private static bool HasOffset(string? time) => time is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _];
}
