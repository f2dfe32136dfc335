using System.Buffers.Binary;
using System.Text;

namespace Ecosystem.TraceSink;

/// <summary>Reads one protobuf message field by field. Every field must be taken by one of the readers, or skipped.</summary>
/// <exception cref="InvalidDataException">or an exception of slicing: the bytes are no such message.</exception>
public ref struct Protobuf(ReadOnlySpan<byte> message)
{
    private const int VarintWire = 0, Fixed64Wire = 1, LengthWire = 2, Fixed32Wire = 5;
    private ReadOnlySpan<byte> rest = message;
    private int wire;

    public int Field { get; private set; }

    public bool Next()
    {
        if (rest.IsEmpty)
        {
            return false;
        }
        var tag = Varint();
        (Field, wire) = ((int)(tag >> 3), (int)(tag & 7));
        return true;
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
        throw new InvalidDataException("A varint has more than ten bytes.");
    }

    public ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public ReadOnlySpan<byte> Bytes() => Take(checked((int)Varint()));

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public string Hex() => Convert.ToHexStringLower(Bytes());

    public void Skip() => _ = wire switch
    {
        VarintWire => (int)Math.Min(Varint(), 1),
        Fixed64Wire => Take(8).Length,
        LengthWire => Bytes().Length,
        Fixed32Wire => Take(4).Length,
        _ => throw new InvalidDataException($"Wire type {wire} is unknown."),
    };

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
