using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.EventSourcing;

/// <summary>Ids that follow from a name (RFC 9562, version 5), so that the same name always means the same stream.</summary>
public static class NamedId
{
    private static readonly Guid Namespace = new("5f1a7a3e-6f0c-5b8e-9a55-2b1d1d1f3c01");

    public static Guid Of(string name) => Of(Namespace, name);

    /// <summary>The id of <paramref name="name"/> below <paramref name="parent"/>.</summary>
    public static Guid Of(Guid parent, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var input = new byte[16 + text.Length];
        parent.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing is protected by it.
        var hash = SHA1.HashData(input).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
