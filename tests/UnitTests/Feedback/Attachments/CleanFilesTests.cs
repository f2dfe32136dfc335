using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Attachments;
using Ecosystem.Feedback.Attachments.Content;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ecosystem.UnitTests.Feedback.Attachments;

/// <summary>With the real libvips: what it makes of a photo is the point.</summary>
public sealed class CleanFilesTests : IDisposable
{
    private readonly ImageTool images = new(NullLogger<ImageTool>.Instance);

    public void Dispose() => images.Dispose();

    [Fact]
    public async Task A_photo_comes_back_as_a_jpeg_with_a_thumbnail()
    {
        var clean = await Clean(Samples.Png(4000, 1000));

        Assert.Equal(("image/jpeg", 2560, 640), (clean.ContentType, clean.Width, clean.Height));
        Assert.Equal((320, 80), await images.Measure(clean.Thumbnail!, default));
    }

    [Theory]
    [InlineData(Samples.Heic)]
    [InlineData(Samples.WebP)]
    public async Task Photos_of_phones_are_read_whatever_their_type(string base64)
    {
        var clean = await Clean(Convert.FromBase64String(base64));

        Assert.Equal(("image/jpeg", 64, 48), (clean.ContentType, clean.Width, clean.Height));
        Assert.DoesNotContain("Exif", Latin(clean.Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_are_gone_and_the_photo_stands_upright()
    {
        var plain = (await Clean(Samples.Png(40, 30))).Bytes;
        var sent = Samples.WithExif(plain, "TAKEN-AT-HOME");
        Assert.Contains("TAKEN-AT-HOME", Latin(sent), StringComparison.Ordinal);

        var clean = await Clean(sent);

        Assert.Equal((30, 40), (clean.Width, clean.Height));
        Assert.All([clean.Bytes, clean.Thumbnail!], bytes => Assert.DoesNotContain("TAKEN-AT-HOME", Latin(bytes), StringComparison.Ordinal));
        Assert.All([clean.Bytes, clean.Thumbnail!], bytes => Assert.DoesNotContain("Exif", Latin(bytes), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("PK\u0003\u0004 an archive")]
    [InlineData("%PDF-1.4 another document")]
    public async Task Of_a_polyglot_photo_only_the_pixels_stay(string appended)
    {
        byte[] sent = [.. (await Clean(Samples.Png(40, 30, remark: appended))).Bytes, .. Encoding.Latin1.GetBytes(appended), .. Samples.Zip("a.html", appended)];

        var clean = await Clean(sent);

        Assert.Equal((40, 30), (clean.Width, clean.Height));
        Assert.DoesNotContain("alert", Latin(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("PK", Latin(clean.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("PDF", Latin(clean.Bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(60_000, 1)]
    [InlineData(1, 16_385)]
    [InlineData(7_072, 7_072)]
    public async Task Too_many_pixels_are_refused(int width, int height) =>
        Assert.Equal(AttachmentProblems.TooManyPixels, await ProblemOf(Samples.Png(width, height)));

    [Theory]
    [InlineData(1, 16_384)]
    [InlineData(7_071, 7_071)]
    public async Task As_many_as_are_allowed_are_not(int width, int height) => Assert.Equal("image/jpeg", (await Clean(Samples.Png(width, height))).ContentType);

    [Fact]
    public async Task What_unpacks_to_gigabytes_is_refused_by_its_header() =>
        Assert.Equal(AttachmentProblems.TooManyPixels, await ProblemOf(Samples.Png(2_000_000, 2_000)));

    [Fact]
    public async Task A_damaged_photo_is_refused()
    {
        Assert.Equal(AttachmentProblems.Unreadable, await ProblemOf([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        Assert.Equal(AttachmentProblems.Unreadable, await ProblemOf(Samples.Png(40, 30)[..20]));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("<?xml version='1.0'?><svg/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("GIF89a")]
    [InlineData("MZ\u0090\0")]
    [InlineData("PK\u0003\u0004")]
    [InlineData(" %PDF-1.4")]
    [InlineData("x")]
    public async Task Other_types_are_refused_whatever_they_are_called(string content) => Assert.Equal(AttachmentProblems.WrongType, await ProblemOf(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public async Task An_empty_file_and_one_byte_too_many_are_refused()
    {
        Assert.Equal(AttachmentProblems.Empty, await ProblemOf([]));
        Assert.Equal(AttachmentProblems.TooLarge, await ProblemOf([.. Samples.Mp4(), .. Samples.Box("free", new byte[AddAttachment.MostBytes + 1 - Samples.Mp4().Length - 8])]));
        Assert.Equal(AddAttachment.MostBytes, (await Clean([.. Samples.Mp4(), .. Samples.Box("free", new byte[AddAttachment.MostBytes - Samples.Mp4().Length - 8])])).Bytes.Length);
    }

    private Task<CleanFile> Clean(byte[] sent) => new CleanFiles(images).Clean(sent, TestContext.Current.CancellationToken);

    private async Task<Problem> ProblemOf(byte[] sent) => (await Assert.ThrowsAsync<Refused>(() => Clean(sent))).Problem;

    private static string Latin(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
