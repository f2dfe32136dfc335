using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ecosystem.Feedback.Reports;

/// <summary>
/// A report's public code, such as 7Q2M-9XKD-4TZV-C: 60 bits of the id's hash in Crockford's base32, which has no I, L, O
/// and U, and a check character modulo 37, so that no single wrong character and no two swapped ones lead to another's report.
/// </summary>
public static class TrackingCode
{
    private const int Digits = 12;
    private const string Symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string CheckSymbols = Symbols + "*~$=U";

    public static string Of(Guid report) => Of(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(report.ToByteArray(bigEndian: true))) >> 4);

    /// <summary>The code as it was given out; null when the check character tells that it was not.</summary>
    /// <param name="written">As people write: with or without dashes, in small letters, O for 0, I or L for 1.</param>
    public static string? Read(string written)
    {
        var symbols = written.ToUpperInvariant().Replace("-", "").Replace(" ", "").Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (symbols.Length != Digits + 1 || symbols[..Digits].Any(symbol => !Symbols.Contains(symbol))) return null;
        var code = Of(symbols[..Digits].Aggregate(0UL, (number, symbol) => (number << 5) | (uint)Symbols.IndexOf(symbol)));
        return code[^1] == symbols[^1] ? code : null;
    }

    private static string Of(ulong number)
    {
        var digits = string.Concat(Enumerable.Range(1, Digits).Select(place => Symbols[(int)(number >> (5 * (Digits - place)) & 31)]));
        return $"{digits[..4]}-{digits[4..8]}-{digits[8..]}-{CheckSymbols[(int)(number % 37)]}";
    }
}
