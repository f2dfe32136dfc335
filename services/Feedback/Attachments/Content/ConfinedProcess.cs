using System.ComponentModel;
using System.Diagnostics;

namespace Ecosystem.Feedback.Attachments.Content;

/// <summary>
/// A program that gets bytes and gives bytes: at most 768 MiB of memory, 15 s of work and 20 s of waiting, no file written, and nothing of this
/// process's environment, in which the master key is.
/// </summary>
internal sealed class ConfinedProcess(string program, string[] arguments)
{
    /// <summary>The status where the program is not installed.</summary>
    public const int NotFound = 127;

    private const int MostOutput = 32 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly string[] Limits = ["--as=805306368", "--cpu=15", "--fsize=0", "--core=0", "--nofile=64", "--"];

    /// <summary>Its status, what it gave, and what it said about it. A program that had to be ended has the status of that.</summary>
    public async Task<(int Status, byte[] Output, string Said)> Run(byte[] input, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        Process process;
        try
        {
            process = Process.Start(StartInfo())!;
        }
        catch (Win32Exception)
        {
            return (NotFound, [], "prlimit is missing");
        }

        using (process) return await Converse(process, input, limit.Token, ct);
    }

    private static async Task<(int Status, byte[] Output, string Said)> Converse(Process process, byte[] input, CancellationToken limit, CancellationToken ct)
    {
        try
        {
            var (output, said) = (Collect(process.StandardOutput.BaseStream, limit), process.StandardError.ReadToEndAsync(limit));
            await Feed(process.StandardInput.BaseStream, input, limit);
            await process.WaitForExitAsync(limit);
            return (process.ExitCode, await output, (await said).Trim());
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is OperationCanceledException or InvalidDataException)
        {
            return (-1, [], failure.Message);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task Feed(Stream to, byte[] input, CancellationToken ct)
    {
        try
        {
            await using (to) await to.WriteAsync(input, ct);
        }
        catch (IOException)
        {
            // It has seen enough, e.g. of a header, and closed its end.
        }
    }

    private static async Task<byte[]> Collect(Stream from, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, ct) is > 0 and var read)
        {
            if (all.Length + read > MostOutput) throw new InvalidDataException("more output than is allowed");
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("prlimit", [.. Limits, program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("PATH", path), ("VIPS_CONCURRENCY", "1"), ("VIPS_BLOCK_UNTRUSTED", "1"), ("VIPS_NOVECTOR", "1"), ("ORC_CODE", "backup") })
            start.Environment[name] = value;    // the last two: compiled loops would be written to a file first
        return start;
    }
}
