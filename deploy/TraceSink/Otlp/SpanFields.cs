namespace Ecosystem.TraceSink;

/// <summary>A span while it is read: fields come in any order.</summary>
internal sealed class SpanFields
{
    public string TraceId { get; private set; } = "";
    public string SpanId { get; private set; } = "";
    public string ParentId { get; private set; } = "";
    public string Name { get; private set; } = "";
    public ulong Kind { get; private set; }
    public ulong Start { get; private set; }
    public ulong End { get; private set; }
    public ulong Status { get; private set; }
    public Dictionary<string, object?> Attributes { get; } = [];
    public List<SpanHappening> Events { get; } = [];

    public void Take(ref Protobuf field)
    {
        switch (field.Field)
        {
            case 1: TraceId = field.Hex(); break;
            case 2: SpanId = field.Hex(); break;
            case 4: ParentId = field.Hex(); break;
            case 5: Name = field.Text(); break;
            case 6: Kind = field.Varint(); break;
            case 7: Start = field.Fixed64(); break;
            case 8: End = field.Fixed64(); break;
            case 9: Put(Attributes, field.Bytes()); break;
            case 11: Events.Add(Happening(field.Bytes())); break;
            case 15: Status = StatusCode(field.Bytes()); break;
            default: field.Skip(); break;
        }
    }

    private static SpanHappening Happening(ReadOnlySpan<byte> message)
    {
        var (name, attributes) = ("", new Dictionary<string, object?>());
        for (var field = new Protobuf(message); field.Next();)
        {
            switch (field.Field)
            {
                case 2: name = field.Text(); break;
                case 3: Put(attributes, field.Bytes()); break;
                default: field.Skip(); break;
            }
        }
        return new(name, attributes);
    }

    private static ulong StatusCode(ReadOnlySpan<byte> message)
    {
        ulong code = 0;
        for (var field = new Protobuf(message); field.Next();)
        {
            if (field.Field == 3)
            {
                code = field.Varint();
            }
            else
            {
                field.Skip();
            }
        }
        return code;
    }

    private static void Put(Dictionary<string, object?> attributes, ReadOnlySpan<byte> message)
    {
        var (key, value) = OtlpValues.KeyValue(message);
        attributes[key] = value;
    }
}
