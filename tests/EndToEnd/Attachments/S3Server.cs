using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Attachments;

/// <summary>A server that speaks S3 (s3rver), with one bucket and one key.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    private static readonly string Folder = Workspace.OfTests.Folder("s3");

    private readonly BackgroundProcess process;
    private readonly string objects = Directory.CreateDirectory(Path.Combine(Folder, $"objects-{Guid.NewGuid():N}")).FullName;

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public S3Server() => process = new(Workspace.OfTests, "s3", new Command("node", "server.mjs", $"{Workspace.OfTests.Ports.S3}", objects) { Directory = Folder });

    public Uri Address { get; } = new($"http://127.0.0.1:{Workspace.OfTests.Ports.S3}");

    public Dictionary<string, string> Settings => new()
    {
        ["ECOSYSTEM_S3_BUCKET"] = "attachments", ["ECOSYSTEM_S3_ENDPOINT"] = $"{Address}", ["ECOSYSTEM_S3_ACCESS_KEY"] = "S3RVER", ["ECOSYSTEM_S3_SECRET_KEY"] = "S3RVER",
    };

    /// <summary>How many objects the bucket has.</summary>
    public int Count => Directory.EnumerateFiles(objects, "*._S3rver_object", SearchOption.AllDirectories).Count();

    public async Task Start()
    {
        await NodePackages.Install("s3", Folder, CancellationToken.None);
        process.Start();
        await Eventually.Holds(async () => await Answers(), "The S3 server answers");
    }

    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        await process.Stop(TimeSpan.FromSeconds(2));
        http.Dispose();
        Directory.Delete(objects, recursive: true);
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var answer = await http.GetAsync(Address);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
