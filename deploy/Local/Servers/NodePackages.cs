namespace Ecosystem.Local;

/// <summary>Installs the packages that a folder of deploy/ locks, once; later starts need no network.</summary>
public static class NodePackages
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];

    /// <param name="name">The folder, e.g. mail for deploy/mail.</param>
    /// <param name="target">Where the packages go.</param>
    public static async Task Install(string name, string target, CancellationToken ct)
    {
        var wanted = await File.ReadAllTextAsync(Repository.File("deploy", name, "package-lock.json"), ct);
        var installed = Path.Combine(target, "installed.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, ct) == wanted)
        {
            return;
        }
        foreach (var file in Files)
        {
            File.Copy(Repository.File("deploy", name, file), Path.Combine(target, file), overwrite: true);
        }
        await new Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") { Directory = target }.Run(ct);
        await File.WriteAllTextAsync(installed, wanted, ct);
    }
}
