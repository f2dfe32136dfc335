using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ecosystem.EndToEnd.Door;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>What holds the log from outside: files of an archive and an authority's time stamps. Both may be away; calls go on, and nothing of them is missing later.</summary>
[Collection<BesideTheCity>]
public sealed class CallLogOutsideTests(City city) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"archive-{Guid.NewGuid():N}");
    private readonly Uri authority = new($"http://127.0.0.1:{FreePort()}/");
    private Doors doors = null!;
    private ServiceDatabase database = null!;
    private Api[] clients = null!;

    public async ValueTask InitializeAsync()
    {
        doors = await Doors.Open(
            city, 2,
            [
                .. City.NoLimits.Select(setting => (setting.Key, setting.Value)),
                ("ECOSYSTEM_CALL_LOG_ARCHIVE", folder), ("ECOSYSTEM_CALL_LOG_ARCHIVE_EVERY", "00:00:01"), ("ECOSYSTEM_CALL_LOG_ARCHIVE_BYTES", "10000"),
                ("ECOSYSTEM_CALL_LOG_TIMESTAMPS", authority.AbsoluteUri), ("ECOSYSTEM_CALL_LOG_TIMESTAMPS_EVERY", "00:00:01"),
            ]);
        database = new(doors.Backends, "gateway");
        clients = [await doors.System("outside"), await doors.System("outside", instance: 1)];
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await doors.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_batch_is_in_one_file_and_a_changed_file_is_seen()
    {
        await OldDay(days: 40, batch: 1_000_000);
        await OldDay(days: 41, batch: 0);
        await OldDay(days: 70, batch: 1_000_000);
        await Calls(60);
        await Eventually.Holds(() => Task.FromResult(doors.Log.Contains($"archive, traffic goes on: Could not find a part of the path '{folder}", StringComparison.Ordinal)), "the missing directory is told of");
        Assert.Equal($"calls_{DateTime.UtcNow.AddDays(-40):yyyyMMdd}", await database.Scalar<string>("select string_agg(inhrelid::regclass::text, ' ') from pg_inherits where inhparent = 'calls'::regclass and inhrelid::regclass::text < $1", $"calls_{DateTime.UtcNow.AddDays(-30):yyyyMMdd}"));

        Directory.CreateDirectory(folder);
        await Calls(60);
        await Archived(120);
        await database.Scalar<long>("delete from call_archives where last = (select max(last) from call_archives) returning last");    // as if killed between name and position
        await Calls(20);
        var files = await Archived(140);

        Assert.InRange(files.Length, 2, 100);
        Assert.Equal(files.Length, await database.Scalar<long>("select count(*) from call_archives"));
        var batches = files.SelectMany(Lines).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(Enumerable.Range(1, batches.Count), batches.Select(batch => batch["number"]!.GetValue<int>()));
        Assert.Equal(140, batches.Sum(batch => batch["entries"]!.AsArray().Count(entry => entry!.GetValue<string>().Contains("\"outside\"", StringComparison.Ordinal))));
        Assert.Equal((0, ""), await Verify(files));
        await AssertChangeIsSeen(files[1], lines => lines[0] = lines[0].Replace("\\\"status\\\":200", "\\\"status\\\":403", StringComparison.Ordinal), "line 1: call 1 is not the logged one");
        await AssertChangeIsSeen(files[1], lines => lines.Add(lines[^1]), "does not follow batch");
        Assert.Equal(1, (await Verify([files[0], .. files[2..]])).Status);
    }

    [Fact]
    public async Task A_time_stamp_covers_what_was_logged_before_it_and_calls_do_not_wait_for_it()
    {
        var call = (await Calls(1)).Headers["X-Message-Id"];
        await Eventually.Holds(() => Task.FromResult(doors.Log.Contains($"time stamps, traffic goes on: Connection refused ({authority.Authority})", StringComparison.Ordinal)), "the missing authority is told of");
        var auditor = await doors.Auditor();
        var unstamped = (await auditor.Get($"/v1/calls/{call}/proof")).Is(200).Json;

        await using var stamping = await TimeStampAuthority.Open(authority);
        var stamped = unstamped;
        await Eventually.Holds(async () => (stamped = (await auditor.Get($"/v1/calls/{call}/proof")).Is(200).Json)["stamp"] is not null, "the call is time-stamped");

        Assert.Null(unstamped["stamp"]);
        Assert.Contains("ok   the head is time-stamped", (await VerifyProof(stamped, stamping.Certificates, status: 0)), StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        var files = await Archived(1);
        Assert.Equal(0, (await Verify([.. files, "--ca", stamping.Certificates])).Status);
        await using var other = await TimeStampAuthority.Open(new("http://127.0.0.1:0"));
        Assert.Contains("the time stamp is not over the head", (await Verify([.. files, "--ca", other.Certificates])).Output, StringComparison.Ordinal);
        await VerifyProof(stamped, other.Certificates, status: 1);
        await VerifyProof(unstamped, stamping.Certificates, status: 1);
        stamped["stamp"]!["index"] = stamped["stamp"]!["index"]!.GetValue<int>() + 1;
        await VerifyProof(stamped, stamping.Certificates, status: 1);
    }

    /// <summary>Asks both gateways in turns.</summary>
    private async Task<Answer> Calls(int count)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(number => clients[number % 2].Get("/v1/categories")));
        Assert.All(answers, answer => answer.Is(200));
        return answers[^1];
    }

    /// <summary>A day of the log as it would be there after that time.</summary>
    private async Task OldDay(int days, long batch)
    {
        var day = DateTime.UtcNow.Date.AddDays(-days);
        await database.Scalar<long>(
            $"""
            create table calls_{day:yyyyMMdd} partition of calls for values from ('{day:yyyy-MM-dd}T00:00:00Z') to ('{day.AddDays(1):yyyy-MM-dd}T00:00:00Z');
            insert into calls (id, at, batch, place, kind, client, method, route, status, milliseconds, trace, entry)
            values (gen_random_uuid(), '{day:yyyy-MM-dd}T12:00:00Z', {batch}, 1, '', '', '', '', 200, 1, '', '') returning batch
            """);
    }

    private async Task AssertChangeIsSeen(string file, Action<List<string>> change, string told)
    {
        var lines = Lines(file);
        change(lines);
        var changed = Path.Combine(Directory.CreateTempSubdirectory("changed-").FullName, Path.GetFileName(file));
        await using (var packed = new GZipStream(File.Create(changed), CompressionLevel.Fastest))
        await using (var writer = new StreamWriter(packed))
            foreach (var line in lines) await writer.WriteAsync($"{line}\n");

        var (status, output) = await Verify([changed]);

        Directory.Delete(Path.GetDirectoryName(changed)!, recursive: true);
        Assert.Equal(1, status);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    /// <summary>The files, once these calls and all else that is logged are in them.</summary>
    private async Task<string[]> Archived(int calls)
    {
        await Eventually.Holds(async () => await database.Scalar<long>("select count(*) from calls where entry like '%\"outside\"%'") == calls, "all calls are logged");
        await Eventually.Holds(() => database.Scalar<bool>("select (select max(last) from call_archives) is not distinct from (select max(number) from call_batches)"), "all is archived");
        return [.. Directory.GetFiles(folder, "*.ndjson.gz").Order(StringComparer.Ordinal)];
    }

    private static List<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <returns>The verifier's status, and what it had to complain of.</returns>
    private static async Task<(int Status, string Output)> Verify(string[] arguments)
    {
        var (status, output) = await new Command("node", [Repository.File("deploy", "verify-archive.mjs"), .. arguments]).Try(default);
        return (status, string.Concat(output.Split('\n').Where(line => !line.StartsWith("ok ", StringComparison.Ordinal))));
    }

    private static async Task<string> VerifyProof(JsonNode proof, string certificates, int status)
    {
        var file = Path.Combine(Path.GetTempPath(), $"proof-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, proof.ToJsonString());
        var (ended, output) = await new Command("node", Repository.File("deploy", "verify-proof.mjs"), file, "--ca", certificates).Try(default);
        File.Delete(file);
        Assert.True(status == ended, output);
        return output;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
