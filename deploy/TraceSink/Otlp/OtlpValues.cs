namespace Ecosystem.TraceSink;

/// <summary>Attributes (opentelemetry/proto/common/v1): keys with values of any type.</summary>
internal static class OtlpValues
{
    public static KeyValuePair<string, object?> KeyValue(ReadOnlySpan<byte> message)
    {
        var (key, value) = ("", (object?)null);
        for (var field = new Protobuf(message); field.Next();)
        {
            switch (field.Field)
            {
                case 1: key = field.Text(); break;
                case 2: value = Any(field.Bytes()); break;
                default: field.Skip(); break;
            }
        }
        return new(key, value);
    }

    private static object? Any(ReadOnlySpan<byte> message)
    {
        object? value = null;
        for (var field = new Protobuf(message); field.Next();)
        {
            switch (field.Field)
            {
                case 1: value = field.Text(); break;
                case 2: value = field.Varint() != 0; break;
                case 3: value = (long)field.Varint(); break;
                case 4: value = BitConverter.UInt64BitsToDouble(field.Fixed64()); break;
                case 5: value = List(field.Bytes()); break;
                default: field.Skip(); break;
            }
        }
        return value;
    }

    private static List<object?> List(ReadOnlySpan<byte> message)
    {
        var values = new List<object?>();
        for (var field = new Protobuf(message); field.Next();)
        {
            values.Add(Any(field.Bytes()));
        }
        return values;
    }
}
