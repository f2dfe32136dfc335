using System.Diagnostics;
using System.Globalization;

namespace Ecosystem.Local;

/// <summary>Shows what has been done and when, one line each.</summary>
public sealed class Progress(TextWriter output)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public void Say(string line) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{watch.Elapsed.TotalSeconds,5:0.0} s] {line}"));

    /// <summary>Says the line once the work is done; silent without a progress.</summary>
    public static async Task Step(Progress? progress, string done, Task work)
    {
        await work;
        progress?.Say(done);
    }
}
