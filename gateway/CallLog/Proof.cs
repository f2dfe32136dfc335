using System.Security.Cryptography;
using Ecosystem.Gateway.CallLog.Stamps;

namespace Ecosystem.Gateway.CallLog;

/// <summary>One call's place in the signed chain; all bytes in base64.</summary>
/// <param name="Entry">The call as it was logged; its SHA-256 is the leaf at <paramref name="Place"/>.</param>
/// <param name="Place">From 1.</param>
/// <param name="Batch">Number of the batch in the chain.</param>
/// <param name="Previous">Head of the batch before.</param>
/// <param name="Leaves">SHA-256 of each call of the batch, 32 bytes each, one after the other.</param>
/// <param name="Head">SHA-256 of previous and leaves.</param>
/// <param name="Signature">ECDSA on P-256 with SHA-256 over the head, r and s one after the other.</param>
/// <param name="PublicKey">PEM.</param>
/// <param name="Stamp">Outside time stamp that covers the head. Null while there is none.</param>
public sealed record Proof(string Entry, int Place, long Batch, byte[] Previous, byte[] Leaves, byte[] Head, byte[] Signature, string PublicKey, Stamp? Stamp)
{
    /// <summary>What is signed: SHA-256 over the head before and the hashes of the calls, one after the other.</summary>
    public static byte[] HeadOf(byte[] previous, byte[] leaves) => SHA256.HashData([.. previous, .. leaves]);
}
