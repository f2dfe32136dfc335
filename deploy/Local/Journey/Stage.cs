using System.Diagnostics;
using System.Globalization;

namespace Ecosystem.Local;

/// <summary>Shows each step with its result and remembers whether all held; a broken step ends its chapter only.</summary>
internal sealed class Stage(TextWriter output, CancellationToken ct)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int held;
    private int broken;

    public async Task Chapter(string title, Func<Task> steps)
    {
        await output.WriteLineAsync($"\n{title}");
        try
        {
            await steps();
        }
        catch (StepBroken)
        {
            await output.WriteLineAsync("    the rest of this chapter is left out");
        }
    }

    /// <param name="what">Who does what.</param>
    /// <param name="act">Gives the result, or throws when something is not as it must be.</param>
    /// <param name="tell">The result in a few words.</param>
    public async Task<T> Step<T>(string what, Func<Task<T>> act, Func<T, string> tell)
    {
        var start = watch.Elapsed;
        try
        {
            var result = await act();
            var told = tell(result);
            Write("ok", what, told, watch.Elapsed - start);
            held++;
            return result;
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            Write("NO", what, problem.Message, watch.Elapsed - start);
            broken++;
            throw new StepBroken();
        }
    }

    public bool End()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{held} steps held, {broken} broken, in {watch.Elapsed.TotalSeconds:0.0} s"));
        return broken == 0;
    }

    private void Write(string mark, string what, string told, TimeSpan took) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {mark}  {what,-58} {took.TotalMilliseconds,6:0} ms  {told}"));

    private sealed class StepBroken : Exception;
}
