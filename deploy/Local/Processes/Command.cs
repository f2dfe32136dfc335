using System.Diagnostics;

namespace Ecosystem.Local;

/// <summary>A program that is run to its end, e.g. pg_ctl or npm.</summary>
public sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public string? Directory { get; init; }

    /// <summary>Runs it and gives its output.</summary>
    /// <exception cref="LocalProblem">It ended with another status than 0; carries what it said.</exception>
    public async Task<string> Run(CancellationToken ct)
    {
        var (status, output) = await Try(ct);
        return status == 0 ? output : throw new LocalProblem($"{Path.GetFileName(Program)} {string.Join(' ', Arguments)} ended with {status}:\n{output.Trim()}");
    }

    /// <summary>Runs it and gives its status and everything it said.</summary>
    public async Task<(int Status, string Output)> Try(CancellationToken ct)
    {
        using var process = Process.Start(StartInfo()) ?? throw new LocalProblem($"{Program} does not start.");
        process.StandardInput.Close();
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, string.Concat(said));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory ?? Repository.Root,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
