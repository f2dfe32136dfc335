using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Ecosystem.UnitTests.Feedback.Attachments;

/// <summary>Files as people send them, and as attackers do; made here, so that nothing about them is a riddle.</summary>
public static class Samples
{
    /// <summary>64 x 48 pixels, with a position in Exif.</summary>
    public const string Heic =
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIIAAEAAAAAAAAAEwACAAEAAAAAAAAAAQAAAAAAAAAIAAMAAAAAAAACGwABAAAAAAAAAL4AAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZlAgAAAQADAABFeGlmAAAAANhpcHJwAAAAtmlwY28AAAB2aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAADAAADAB66AkAhAAEAKkIBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubgQEDAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAUaXNwZQAAAAAAAABAAAAAMAAAABBwaXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAAAA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAADZbWRhdAAAAA8oAa9Y5gHiH/+Lk/SJTcAAAAAGRXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAEAAAAADoAQAAQAAADAAAAAAAAAA";

    public const string WebP =
        "UklGRgoBAABXRUJQVlA4WAoAAAAIAAAAPwAALwAAVlA4ICoAAABQAwCdASpAADAAPtFosFKoJiSioqgBABoJaQAAE/GOHwhFgAD+q8AAAABFWElGugAAAEV4aWYAAElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYAAAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAABAAAAAA6AEAAEAAAAwAAAAAAAAAA==";

    private static readonly uint[] Crc = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    /// <summary>A grey PNG; many pixels take few bytes.</summary>
    public static byte[] Png(int width, int height, string? remark = null) =>
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [.. Number(width), .. Number(height), 8, 0, 0, 0, 0]),
        .. remark is null ? [] : Chunk("tEXt", Encoding.Latin1.GetBytes($"Comment\0{remark}")),
        .. Chunk("IDAT", Compressed(new byte[Math.Min(200_000_000L, (long)(width + 1) * height)])),
        .. Chunk("IEND", []),
    ];

    /// <summary>A JPEG with an Exif block after its first marker: turned by a quarter, taken at a position.</summary>
    public static byte[] WithExif(byte[] jpeg, string marker)
    {
        byte[] tiff =
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            3, 0, 0x0E, 0x01, 2, 0, .. Little(marker.Length), .. Little(50), 0x12, 0x01, 3, 0, .. Little(1), 6, 0, 0, 0, 0x25, 0x88, 4, 0, .. Little(1), .. Little(50 + marker.Length), 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(marker), 1, 0, 2, 0, 2, 0, .. Little(2), .. "21\0\0"u8, 0, 0, 0, 0,
        ];
        byte[] block = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((block.Length + 2) >> 8), (byte)(block.Length + 2), .. block, .. jpeg[2..]];
    }

    public static byte[] Zip(string name, string content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry(name).Open()) entry.Write(Encoding.UTF8.GetBytes(content));
        return stream.ToArray();
    }

    public static byte[] Pdf(string inside = "") => Encoding.Latin1.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog{inside}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A video in form: its pictures are noise.</summary>
    public static byte[] Mp4(string place = "+21.0285+105.8542/") =>
    [
        .. Box("ftyp", [.. "isom"u8, 0, 0, 2, 0, .. "isommp41"u8]),
        .. Box("moov", [.. Box("mvhd", new byte[100]), .. Box("trak", [.. Box("tkhd", new byte[84]), .. Box("udta", Encoding.Latin1.GetBytes(place))]), .. Box("udta", Box("\u00A9xyz", Encoding.Latin1.GetBytes(place)))]),
        .. Box("free", Encoding.Latin1.GetBytes(place)),
        .. Box("mdat", [.. Enumerable.Range(0, 1000).Select(n => (byte)(n * 37))]),
    ];

    public static byte[] Box(string type, byte[] content) => [.. Number(content.Length + 8), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] told = [.. Encoding.ASCII.GetBytes(type), .. content];
        var crc = told.Aggregate(0xFFFFFFFF, (sum, next) => Crc[(sum ^ next) & 0xFF] ^ (sum >> 8)) ^ 0xFFFFFFFF;
        return [.. Number(content.Length), .. told, .. Number((int)crc)];
    }

    private static byte[] Compressed(byte[] lines)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(lines);
        return stream.ToArray();
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(int value) => [.. Number(value).Reverse()];
}
