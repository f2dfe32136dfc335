using System.Diagnostics;

namespace Ecosystem.Local;

/// <summary>A built program that runs on this terminal, e.g. the tests; ended together with this one.</summary>
internal static class ForegroundProgram
{
    /// <returns>Its exit status.</returns>
    public static async Task<int> Run(string program, IEnumerable<string> arguments, Backends backends, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = Repository.Root };
        foreach (var (name, value) in backends.Variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start) ?? throw new LocalProblem($"{program} does not start.");
        try
        {
            await process.WaitForExitAsync(ct);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
