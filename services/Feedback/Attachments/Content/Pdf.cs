using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>
/// A PDF is kept as it is: nothing here can draw it anew. It must begin and end as one, and must not openly carry scripts, programs or other files; what
/// is compressed inside is not looked into, so it is served as a download and never shown in the page.
/// </summary>
internal static class Pdf
{
    private const int MostAfterEnd = 1024;
    private static readonly byte[][] Active = ["/JavaScript"u8.ToArray(), "/Launch"u8.ToArray(), "/EmbeddedFile"u8.ToArray(), "/RichMedia"u8.ToArray()];

    /// <exception cref="Refused">It is damaged, or holds something else.</exception>
    public static byte[] Checked(byte[] file)
    {
        var end = file.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0) throw new Refused(AttachmentProblems.Unreadable);
        var rest = file.AsSpan(end + 5);
        var isForeign = rest.Length > MostAfterEnd || rest.ContainsAnyExcept(" \r\n\t\0"u8) || Zip.EndsIn(file) || Active.Any(name => file.AsSpan().IndexOf(name) >= 0);
        return isForeign ? throw new Refused(AttachmentProblems.ForeignContent) : file;
    }
}
