using System.Buffers.Binary;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>Archives are read from their end, so one can hang on any other file; that end is what is looked for.</summary>
internal static class Zip
{
    private const int EndRecord = 22;

    /// <summary>True where a record of the end is followed by just the comment whose length it tells.</summary>
    public static bool EndsIn(ReadOnlySpan<byte> file)
    {
        var first = Math.Max(0, file.Length - EndRecord - ushort.MaxValue);
        for (var at = file.Length - EndRecord; at >= first; at--)
            if (file[at..].StartsWith("PK\u0005\u0006"u8) && at + EndRecord + BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 20)..]) <= file.Length) return true;
        return false;
    }
}
