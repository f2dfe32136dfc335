namespace Ecosystem.Local;

/// <summary>Installs the mail server once; later starts need no network.</summary>
internal static class MailProgram
{
    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc"];

    public static async Task Install(string folder, CancellationToken ct)
    {
        var wanted = await File.ReadAllTextAsync(Repository.File("deploy", "mail", "package-lock.json"), ct);
        var installed = Path.Combine(folder, "installed.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, ct) == wanted)
        {
            return;
        }
        foreach (var file in Files)
        {
            File.Copy(Repository.File("deploy", "mail", file), Path.Combine(folder, file), overwrite: true);
        }
        await new Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error") { Directory = folder }.Run(ct);
        await File.WriteAllTextAsync(installed, wanted, ct);
    }
}
