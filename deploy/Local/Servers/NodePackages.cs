namespace Ecosystem.Local;

/// <summary>Installs a Node.js program of deploy/ with the packages that it locks, once; later starts need no network.</summary>
public static class NodePackages
{
    /// <param name="name">The folder, e.g. mail for deploy/mail.</param>
    /// <param name="target">Where the packages go.</param>
    public static async Task Install(string name, string target, CancellationToken ct)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.File("deploy", name)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
        var wanted = await File.ReadAllTextAsync(Repository.File("deploy", name, "package-lock.json"), ct);
        var installed = Path.Combine(target, "installed.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, ct) == wanted)
        {
            return;
        }
        await new Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") { Directory = target }.Run(ct);
        await File.WriteAllTextAsync(installed, wanted, ct);
    }
}
