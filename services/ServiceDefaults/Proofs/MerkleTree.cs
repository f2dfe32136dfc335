using System.Numerics;
using System.Security.Cryptography;

namespace Ecosystem.ServiceDefaults;

/// <summary>The tree of RFC 9162 (Certificate Transparency), section 2.1: one root for many leaves, and a short path from each leaf to it.</summary>
public static class MerkleTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0, .. leaves[0]]),
        var n => Node(Root(leaves[..Split(n)]), Root(leaves[Split(n)..])),
    };

    /// <summary>The other sides of all nodes from a leaf up to the root.</summary>
    public static List<byte[]> Path(int index, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1) return [];
        var split = Split(leaves.Length);
        return index < split
            ? [.. Path(index, leaves[..split]), Root(leaves[split..])]
            : [.. Path(index - split, leaves[split..]), Root(leaves[..split])];
    }

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    /// <summary>The largest power of two below a number.</summary>
    private static int Split(int leaves) => (int)(BitOperations.RoundUpToPowerOf2((uint)leaves) / 2);
}
