using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.ServiceDefaults;

/// <summary>Enums by their exact names: the framework's own converter also takes other cases and lists such as "open, closed".</summary>
internal sealed class EnumNames : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        private static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
        private static readonly FrozenDictionary<string, T> Values = Names.ToFrozenDictionary(name => name.Value, name => name.Key);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ValueOf(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ValueOf(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Names[value]);

        private static T ValueOf(string? name) => name is not null && Values.TryGetValue(name, out var value) ? value : throw new JsonException();
    }
}
