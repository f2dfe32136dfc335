using System.Buffers.Binary;
using System.Text;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>
/// A video in the boxes of ISO/IEC 14496-12. Phones write the place of the recording into boxes of user data: these are blanked where they
/// stand, as the offsets of the pictures must not move. Boxes that no video has, and bytes that are in none, are refused.
/// </summary>
internal static class Mp4
{
    private static readonly string[] Known = ["ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "udta", "meta", "moof", "mfra", "sidx", "ssix", "styp", "pdin", "prft", "emsg"];
    private static readonly string[] Blanked = ["free", "skip", "uuid", "udta", "meta"];

    /// <param name="Start">Where its length stands.</param>
    /// <param name="Body">Where its content begins.</param>
    private readonly record struct Box(string Type, int Start, int Body, int End);

    /// <exception cref="Refused">It is damaged, or holds something else.</exception>
    public static byte[] WithoutMetadata(byte[] file)
    {
        var boxes = Boxes(file, 0, file.Length);
        if (boxes.Count(box => box.Type == "moov") != 1 || boxes[0].Type != "ftyp") throw new Refused(AttachmentProblems.Unreadable);
        if (boxes.Any(box => !Known.Contains(box.Type)) || Zip.EndsIn(file)) throw new Refused(AttachmentProblems.ForeignContent);
        var result = file.ToArray();
        var movie = Boxes(file, boxes.Single(box => box.Type == "moov"));
        var tracks = movie.Where(box => box.Type == "trak").SelectMany(track => Boxes(file, track));
        foreach (var box in boxes.Concat(movie).Concat(tracks).Where(box => Blanked.Contains(box.Type))) Blank(result, box);
        return result;
    }

    private static void Blank(byte[] file, Box box)
    {
        "free"u8.CopyTo(file.AsSpan(box.Start + 4));
        file.AsSpan(box.Body, box.End - box.Body).Clear();
    }

    private static List<Box> Boxes(byte[] file, Box parent) => Boxes(file, parent.Body, parent.End);

    private static List<Box> Boxes(byte[] file, int from, int to)
    {
        List<Box> boxes = [];
        for (var at = from; at < to; at = boxes[^1].End) boxes.Add(Read(file, at, to));
        return boxes;
    }

    private static Box Read(byte[] file, int at, int to)
    {
        if (to - at < 8) throw new Refused(AttachmentProblems.ForeignContent);
        long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        var header = length == 1 ? 16 : 8;
        if (length == 1 && to - at >= 16) length = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(file.AsSpan(at + 8)), long.MaxValue);
        if (length == 0) length = to - at;    // the last box may leave it open
        if (length < header || length > to - at) throw new Refused(AttachmentProblems.ForeignContent);
        return new(Encoding.Latin1.GetString(file, at + 4, 4), at, at + header, at + (int)length);
    }
}
