using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Local;

/// <summary>Builds the whole solution, or sees that no source has changed since it did: a warm start then costs nothing.</summary>
internal static class Build
{
    private static readonly string[] Sources = ["contracts", "gateway", "services", "tests", "deploy", "Directory.Build.props", "Directory.Packages.props", "Ecosystem.sln", "global.json", ".editorconfig"];
    private static readonly string[] NotSources = ["bin", "obj", "node_modules", "TestResults"];

    public static async Task Run(Progress progress, CancellationToken ct)
    {
        var stamp = Repository.File(".local", $"built-{Repository.Configuration}");
        var fingerprint = Fingerprint();
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == fingerprint && File.Exists(Repository.Program("gateway")))
        {
            progress.Say("Nothing to build");
            return;
        }
        progress.Say("Building the solution ...");
        await new Command("dotnet", "build", "Ecosystem.sln", "-c", Repository.Configuration, "-v", "quiet", "-nologo", "-nodeReuse:false").Run(ct);
        await File.WriteAllTextAsync(stamp, fingerprint, ct);
        progress.Say("The solution is built");
    }

    // Times alone would miss a deleted file, so the hash is over the whole list of names, sizes and times.
    private static string Fingerprint()
    {
        var facts = Sources.SelectMany(source => Files(Repository.File(source))).Order(StringComparer.Ordinal)
            .Select(file => new FileInfo(file)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path) ? [path] :
        [.. Directory.EnumerateFiles(path), .. Directory.EnumerateDirectories(path).Where(folder => !NotSources.Contains(Path.GetFileName(folder))).SelectMany(Files)];
}
