namespace Ecosystem.Gateway.CallLog.Stamps;

/// <summary>What an outside authority attests: that a head was there at a time.</summary>
/// <param name="Token">RFC 3161, DER, base64; over the root of a tree (RFC 9162) of heads.</param>
/// <param name="Index">The head's place in the tree, from 0.</param>
/// <param name="Size">How many heads the tree has.</param>
/// <param name="Path">Hashes from the head's leaf up to the root, base64.</param>
public sealed record Stamp(byte[] Token, int Index, int Size, IReadOnlyList<byte[]> Path);
