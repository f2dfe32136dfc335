using System.Globalization;

namespace Ecosystem.Local;

/// <summary>Builds, starts the servers and puts reports through their whole course while everything dies under them; the end-to-end tests have the program.</summary>
internal static class SoakCommand
{
    /// <summary>What nobody contests is closed after minutes instead of days, so that the run sees it.</summary>
    private const string ReopenWindow = "00:05:00";

    public static async Task<int> Run(int reports, Progress progress, CancellationToken ct)
    {
        using var alone = await OneRun.Of(PortBlock.OfTests, ct);
        var workspace = alone.Workspace;
        var servers = new Servers(workspace);
        try
        {
            await Together.Run(ct, stop => Build.Run(progress, stop), stop => servers.Start(progress, stop));
            Environment.SetEnvironmentVariable("ECOSYSTEM_REOPEN_WINDOW", ReopenWindow);
            Environment.SetEnvironmentVariable("SOAK_REPORTS", reports.ToString(CultureInfo.InvariantCulture));
            return await ForegroundProgram.Run(Repository.Program("tests/EndToEnd"), ["-explicit", "only", "-class", "*SoakTests", "-noLogo", "-noColor"], servers.Backends, ct);
        }
        finally
        {
            Leftovers.End(workspace);
            await servers.Stop();
        }
    }
}
