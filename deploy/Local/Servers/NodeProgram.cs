namespace Ecosystem.Local;

/// <summary>Installs a Node.js program of deploy/ with its packages once; later starts need no network.</summary>
internal static class NodeProgram
{
    /// <param name="name">Its folder below deploy/.</param>
    public static async Task Install(string name, string folder, CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.File("deploy", name)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }
        var wanted = await File.ReadAllTextAsync(Repository.File("deploy", name, "package-lock.json"), ct);
        var installed = Path.Combine(folder, "installed.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, ct) == wanted)
        {
            return;
        }
        await new Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") { Directory = folder }.Run(ct);
        await File.WriteAllTextAsync(installed, wanted, ct);
    }
}
