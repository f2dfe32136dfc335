using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>
/// Photos in libvips' hands, as processes of their own: what a crafted photo does to the decoder, it does where there are no secrets, no files
/// and little memory and time. Two at once; the rest waits its turn.
/// </summary>
public sealed partial class ImageTool(ILogger<ImageTool> log) : IDisposable
{
    private const long MostPixels = 50_000_000;
    private const int MostOnASide = 16_384;

    /// <summary>Large enough to read a house number, small enough to send; it also turns the photo the way that it was held.</summary>
    private static readonly string[] Redrawing = ["stdin", "-s", "2560x2560>", "--export-profile", "srgb", "-o", ".jpg[Q=85,strip,background=255]"];

    private static readonly string[] Shrinking = ["stdin", "-s", "320x320>", "-o", ".jpg[Q=80,strip]"];

    private readonly SemaphoreSlim turns = new(2, 2);

    /// <summary>The pixels alone, as a JPEG without any metadata. The dimensions are looked at before anything is decoded.</summary>
    /// <exception cref="Refused">It is no photo, or has too many pixels.</exception>
    public async Task<byte[]> Redraw(byte[] photo, CancellationToken ct)
    {
        var (width, height) = await Measure(photo, ct);
        if (width > MostOnASide || height > MostOnASide || (long)width * height > MostPixels) throw new Refused(AttachmentProblems.TooManyPixels);
        return await Run("vipsthumbnail", Redrawing, photo, ct);
    }

    public Task<byte[]> Thumbnail(byte[] photo, CancellationToken ct) => Run("vipsthumbnail", Shrinking, photo, ct);

    public async Task<(int Width, int Height)> Measure(byte[] photo, CancellationToken ct)
    {
        var said = Size().Match(Encoding.UTF8.GetString(await Run("vipsheader", ["stdin"], photo, ct)));
        return said.Success ? (Number(said.Groups[1]), Number(said.Groups[2])) : throw new Refused(AttachmentProblems.Unreadable);
    }

    public void Dispose() => turns.Dispose();

    private async Task<byte[]> Run(string program, string[] arguments, byte[] input, CancellationToken ct)
    {
        await turns.WaitAsync(ct);
        try
        {
            var (status, output, said) = await new ConfinedProcess(program, arguments).Run(input, ct);
            if (status == ConfinedProcess.NotFound) throw new Refused(AttachmentProblems.NoTool);
            if (status == 0 && output.Length > 0) return output;
            log.LogInformation("{Program} refused a photo with {Status}: {Said}", program, status, said);
            throw new Refused(AttachmentProblems.Unreadable);
        }
        finally
        {
            turns.Release();
        }
    }

    private static int Number(Group digits) => int.TryParse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    [GeneratedRegex(@"^([0-9]+)x([0-9]+) ")]
    private static partial Regex Size();
}
