using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Attachments.Content;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ecosystem.UnitTests.Feedback.Attachments;

public sealed class VideoAndDocumentTests : IDisposable
{
    private readonly ImageTool images = new(NullLogger<ImageTool>.Instance);

    public void Dispose() => images.Dispose();

    [Fact]
    public async Task A_video_keeps_its_pictures_and_loses_where_it_was_taken()
    {
        var clean = await Clean(Samples.Mp4("+21.0285+105.8542/"));

        Assert.Equal(("video/mp4", Samples.Mp4().Length), (clean.ContentType, clean.Bytes.Length));
        Assert.DoesNotContain("21.0285", Encoding.Latin1.GetString(clean.Bytes), StringComparison.Ordinal);
        Assert.Equal(Samples.Mp4()[^1000..], clean.Bytes[^1000..]);
    }

    [Fact]
    public async Task A_document_stays_as_it_is() => Assert.Equal(Samples.Pdf(), (await Clean(Samples.Pdf())).Bytes);

    public static TheoryData<string, byte[]> Foreign => new()
    {
        { "a video with an archive after it", [.. Samples.Mp4(), .. Samples.Zip("a.html", "x")] },
        { "a video with a page after it", [.. Samples.Mp4(), .. "<html><script>alert(1)</script>"u8] },
        { "a video with an archive in its pictures", [.. Samples.Mp4(), .. Samples.Box("mdat", Samples.Zip("a.html", "x"))] },
        { "a video with a box that no video has", [.. Samples.Mp4(), .. Samples.Box("html", new byte[10])] },
        { "a video whose box is longer than the file", [.. Samples.Mp4(), 0, 0, 1, 0, .. "mdat"u8] },
        { "a video whose box is shorter than its head", [.. Samples.Mp4(), 0, 0, 0, 4, .. "mdat"u8] },
        { "a document with an archive after it", [.. Samples.Pdf(), .. Samples.Zip("a.html", "x")] },
        { "a document with an archive in it", [.. Samples.Pdf()[..^6], .. Samples.Zip("a.html", "x"), .. "%%EOF"u8] },
        { "a document with a page after it", [.. Samples.Pdf(), .. "<script>alert(1)</script>"u8] },
        { "a document with a script", Samples.Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>") },
        { "a document that starts a program", Samples.Pdf("/OpenAction<</S/Launch/F(cmd.exe)>>") },
        { "a document with a file in it", Samples.Pdf("/Names<</EmbeddedFiles 2 0 R>>") },
    };

    [Theory, MemberData(nameof(Foreign))]
    public async Task What_else_is_in_it_is_refused(string what, byte[] sent) => Assert.True(AttachmentProblems.ForeignContent == await ProblemOf(sent), what);

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "a document without an end", "%PDF-1.4\n1 0 obj"u8.ToArray() },
        { "a video without pictures' table", Samples.Box("ftyp", "isom"u8.ToArray()) },
    };

    [Theory, MemberData(nameof(Damaged))]
    public async Task What_is_not_whole_is_refused(string what, byte[] sent) => Assert.True(AttachmentProblems.Unreadable == await ProblemOf(sent), what);

    private Task<CleanFile> Clean(byte[] sent) => new CleanFiles(images).Clean(sent, TestContext.Current.CancellationToken);

    private async Task<Problem> ProblemOf(byte[] sent) => (await Assert.ThrowsAsync<Refused>(() => Clean(sent))).Problem;
}
