namespace Ecosystem.TraceSink;

/// <summary>What wraps traces and metrics alike: a resource (its field 1), then per instrumentation scope (field 2) the items (field 2).</summary>
internal static class OtlpEnvelope
{
    public delegate void Take(ReadOnlySpan<byte> item, string service, string scope);

    public static void Read(ReadOnlySpan<byte> body, Take take)
    {
        for (var field = new Protobuf(body); field.Next();)
        {
            if (field.Field == 1)
            {
                Resource(field.Bytes(), take);
            }
            else
            {
                field.Skip();
            }
        }
    }

    private static void Resource(ReadOnlySpan<byte> message, Take take)
    {
        var service = ServiceName(First(message));
        for (var field = new Protobuf(message); field.Next();)
        {
            if (field.Field == 2)
            {
                Scope(field.Bytes(), service, take);
            }
            else
            {
                field.Skip();
            }
        }
    }

    private static void Scope(ReadOnlySpan<byte> message, string service, Take take)
    {
        var scope = System.Text.Encoding.UTF8.GetString(First(First(message)));
        for (var field = new Protobuf(message); field.Next();)
        {
            if (field.Field == 2)
            {
                take(field.Bytes(), service, scope);
            }
            else
            {
                field.Skip();
            }
        }
    }

    private static string ServiceName(ReadOnlySpan<byte> resource)
    {
        for (var field = new Protobuf(resource); field.Next();)
        {
            if (field.Field != 1)
            {
                field.Skip();
            }
            else if (OtlpValues.KeyValue(field.Bytes()) is { Key: "service.name", Value: string name })
            {
                return name;
            }
        }
        return "unknown";
    }

    /// <summary>The bytes of field 1, which may follow the fields that need it.</summary>
    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> message)
    {
        for (var field = new Protobuf(message); field.Next();)
        {
            if (field.Field == 1)
            {
                return field.Bytes();
            }
            field.Skip();
        }
        return [];
    }
}
