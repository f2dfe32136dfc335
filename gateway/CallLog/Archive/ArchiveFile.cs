using System.IO.Compression;

namespace Ecosystem.Gateway.CallLog.Archive;

/// <summary>NDJSON, packed with gzip: one line a batch, in the chain's order.</summary>
public static class ArchiveFile
{
    /// <param name="most">Bytes of text; a first batch that is larger alone is written all the same.</param>
    /// <returns>The last batch that was written; null: there was none.</returns>
    public static async Task<ArchivedBatch?> Write(Stream file, IAsyncEnumerable<ArchivedBatch> batches, long most, CancellationToken ct)
    {
        var (last, size) = ((ArchivedBatch?)null, 0L);
        await using var packed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        await foreach (var batch in batches.WithCancellation(ct))
        {
            var line = batch.Line();
            size += line.Length;
            if (last is not null && size > most) break;
            await packed.WriteAsync(line, ct);
            last = batch;
        }

        return last;
    }

    /// <summary>Sorts as the chain does, and is the same when the same batches are written again.</summary>
    public static string Name(long first, ArchivedBatch last) => FormattableString.Invariant($"calls-{first:D12}-{last.Number:D12}-{last.At.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}.ndjson.gz");

    /// <summary>How far a file in the directory goes that begins with this batch; no limit where there is none.</summary>
    public static long Last(string directory, long first) =>
        Directory.EnumerateFiles(directory, FormattableString.Invariant($"calls-{first:D12}-*.ndjson.gz"))
            .Select(file => long.Parse(Path.GetFileName(file).Split('-')[2], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault(long.MaxValue);
}
