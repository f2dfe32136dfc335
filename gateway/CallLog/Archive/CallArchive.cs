using Npgsql;

namespace Ecosystem.Gateway.CallLog.Archive;

/// <summary>Copies the log into files, so that what retention drops is kept. The position is the last batch of the last file in call_archives.</summary>
internal sealed class CallArchive(NpgsqlDataSource database, ArchiveSettings settings, StoredBatches batches, TimeProvider clock) : ICallLogWork
{
    // Where an archive begins in a log that is older, its first batch is the first whose calls are all there.
    private const string Due = """
        select number from call_batches where at < $1 and number = coalesce(
          (select max(last) + 1 from call_archives),
          (select number from call_batches b where number >= (select min(batch) from calls) and length(leaves) = 32 * (select count(*) from calls where batch = number) order by number limit 1))
        """;

    public static string Name => "archive";

    public TimeSpan? Every => settings.IsOn ? settings.Every : null;

    /// <summary>Writes one file.</summary>
    /// <param name="turn">Only the new position goes over it: a lock on the calls that lasted as long as the file takes would keep old ones from being dropped.</param>
    /// <exception cref="IOException">The directory is not there, or the disk is full.</exception>
    public async Task<bool> Next(NpgsqlConnection turn, CancellationToken ct)
    {
        await using var due = database.CreateCommand(Due);
        due.Parameters.Add(new() { Value = clock.GetUtcNow() - settings.Every });
        if (await due.ExecuteScalarAsync(ct) is not long first) return false;
        await Write(first, turn, ct);
        return true;
    }

    /// <summary>A file under its own name is whole and on the disk. Who is killed between the name and the position leaves a file that is made again just so.</summary>
    private async Task Write(long first, NpgsqlConnection turn, CancellationToken ct)
    {
        var directory = settings.Directory!;
        await using var file = new FileStream(Path.Combine(directory, "calls.part"), FileMode.Create, FileAccess.Write, FileShare.None);
        var last = (await ArchiveFile.Write(file, batches.Between(first, ArchiveFile.Last(directory, first), ct), settings.Bytes, ct))!;
        file.Flush(flushToDisk: true);
        var name = ArchiveFile.Name(first, last);
        await using var insert = new NpgsqlCommand("insert into call_archives (first, last, file) values ($1, $2, $3)", turn);
        foreach (var value in new object[] { first, last.Number, name }) insert.Parameters.Add(new() { Value = value });
        await insert.ExecuteNonQueryAsync(ct);
        File.Move(file.Name, Path.Combine(directory, name), overwrite: true);
        file.Flush(flushToDisk: true);    // journalling file systems put the new name on the disk with it
    }
}
