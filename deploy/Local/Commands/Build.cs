namespace Ecosystem.Local;

/// <summary>Builds the whole solution, or sees that no source has changed since it did: a warm start then costs nothing.</summary>
internal static class Build
{
    private static readonly string[] Sources = ["contracts", "gateway", "services", "tests", "deploy", "Directory.Build.props", "Directory.Packages.props", "Ecosystem.sln", "global.json", ".editorconfig"];

    public static async Task Run(Progress progress, CancellationToken ct)
    {
        var stamp = Repository.File(".local", $"built-{Repository.Configuration}");
        var fingerprint = Fingerprint.Of(Sources.Select(source => Repository.File(source)));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == fingerprint && File.Exists(Repository.Program("gateway")))
        {
            progress.Say("Nothing to build");
            return;
        }

        progress.Say("Building the solution ...");
        await new Command("dotnet", "build", "Ecosystem.sln", "-c", Repository.Configuration, "-v", "quiet", "-nologo", "-nodeReuse:false").Run(ct);
        await File.WriteAllTextAsync(stamp, fingerprint, ct);
        progress.Say("The solution is built");
        await CompiledPrograms.Make(progress, ct);
    }
}
