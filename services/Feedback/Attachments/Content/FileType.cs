namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>What can be attached.</summary>
public enum FileType { Jpeg, Png, WebP, Heic, Mp4, Pdf }

/// <summary>Tells a file's type by its first bytes: names and the sender's Content-Type say what the sender likes.</summary>
public static class FileTypes
{
    private static readonly string[] OfHeic = ["heic", "heix", "heim", "heis", "mif1", "msf1"];
    private static readonly string[] OfMp4 = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "3gp4", "3gp5"];

    /// <summary>Null where it is none of these.</summary>
    public static FileType? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileType.Png,
        _ when Says(file, 0, "RIFF") && Says(file, 8, "WEBP") => FileType.WebP,
        _ when Says(file, 4, "ftyp") && OfHeic.Any(Brand(file).Equals) => FileType.Heic,
        _ when Says(file, 4, "ftyp") && OfMp4.Any(Brand(file).Equals) => FileType.Mp4,
        _ when Says(file, 0, "%PDF-1.") || Says(file, 0, "%PDF-2.") => FileType.Pdf,
        _ => null,
    };

    private static bool Says(ReadOnlySpan<byte> file, int at, string text) => Ascii(file, at, text.Length) == text;

    private static string Brand(ReadOnlySpan<byte> file) => Ascii(file, 8, 4);

    private static string Ascii(ReadOnlySpan<byte> file, int at, int length) => file.Length < at + length ? "" : System.Text.Encoding.Latin1.GetString(file.Slice(at, length));
}
