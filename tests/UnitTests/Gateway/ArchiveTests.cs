using System.IO.Compression;
using System.Text.Json.Nodes;
using Ecosystem.Gateway.CallLog;
using Ecosystem.Gateway.CallLog.Archive;
using Ecosystem.Gateway.CallLog.Stamps;

namespace Ecosystem.UnitTests.Gateway;

public sealed class ArchiveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_line_holds_what_was_logged_letter_for_letter()
    {
        var batch = Numbered(7, "{\"client\":\"Cửa Nam\"}", null) with { Stamp = new Stamp([1], 0, 2, [[2]]) };

        var line = JsonNode.Parse(batch.Line())!;

        Assert.Equal((7, "{\"client\":\"Cửa Nam\"}", null), (line["number"]!.GetValue<int>(), $"{line["entries"]![0]}", line["entries"]![1]));
        Assert.Equal(("AQ==", 2, "Ag=="), ($"{line["stamp"]!["token"]}", line["stamp"]!["size"]!.GetValue<int>(), $"{line["stamp"]!["path"]![0]}"));
        Assert.Equal((byte)'\n', batch.Line()[^1]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_500, 3)]
    [InlineData(1_000_000, 5)]
    public async Task A_file_ends_before_it_is_too_large_but_is_never_empty(long most, int written)
    {
        ArchivedBatch[] batches = [.. Enumerable.Range(1, 5).Select(number => Numbered(number, new string('x', 150)))];
        using MemoryStream file = new();

        var last = await ArchiveFile.Write(file, batches.ToAsyncEnumerable(), most, TestContext.Current.CancellationToken);

        Assert.Equal(written, last!.Number);
        Assert.Equal(batches[..written].SelectMany(batch => batch.Line()), Unpacked(file));
    }

    [Fact]
    public async Task Nothing_makes_no_file()
    {
        using MemoryStream file = new();

        Assert.Null(await ArchiveFile.Write(file, AsyncEnumerable.Empty<ArchivedBatch>(), 1_000, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_name_says_what_is_in_the_file_and_a_file_that_is_there_already_is_made_again_just_so()
    {
        var directory = Directory.CreateTempSubdirectory("archive-").FullName;
        var name = ArchiveFile.Name(5, Numbered(31));
        File.WriteAllText(Path.Combine(directory, name), "");

        Assert.Equal("calls-000000000005-000000000031-20261122T050000Z.ndjson.gz", name);
        Assert.Equal((31, long.MaxValue), (ArchiveFile.Last(directory, 5), ArchiveFile.Last(directory, 32)));
        Directory.Delete(directory, recursive: true);
    }

    private static ArchivedBatch Numbered(long number, params string?[] entries) =>
        new(number, new byte[32], entries, [.. entries.SelectMany(entry => Call.Hash(entry ?? ""))], new byte[32], new byte[64], "PEM", Stamp: null) { At = Noon };

    private static byte[] Unpacked(MemoryStream file)
    {
        using GZipStream packed = new(new MemoryStream(file.ToArray()), CompressionMode.Decompress);
        using MemoryStream text = new();
        packed.CopyTo(text);
        return text.ToArray();
    }
}
