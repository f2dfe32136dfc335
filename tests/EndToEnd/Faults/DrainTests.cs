using System.Diagnostics;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A new release must not cost anybody a request: SIGTERM lets a process finish what it has begun.</summary>
public sealed class DrainTests(City city) : IAsyncLifetime
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    private readonly ServiceDatabase feedback = new(city.Backends, "feedback");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await feedback.DisposeAsync();
    }

    [Fact]
    public async Task Requests_in_flight_are_answered_none_fails_at_the_gateway_and_the_process_ends_within_ten_seconds()
    {
        var citizens = await city.Citizens(10);
        var leaving = city.Processes.Of("feedback");
        var held = await feedback.HoldAppends();
        var slow = Enumerable.Range(0, 60).Select(n => Attempt.Of(() => citizens[n % citizens.Length].Post("/v1/reports", Bodies.Report()))).ToList();
        await Eventually.Holds(async () => await feedback.Waiting() == 2, "The appends of both instances wait");
        await using var load = new Load(citizens);

        var watch = Stopwatch.StartNew();
        var ended = leaving.Stop();
        await Eventually.Holds(async () => !await leaving.IsReady(), "It takes no new requests");
        Assert.DoesNotContain(slow, request => request.IsCompleted);
        await held.DisposeAsync();
        Assert.True(await ended, "It had to be killed.");
        var took = watch.Elapsed;
        await load.Goes(on: 20);

        Assert.All(await Task.WhenAll(slow), attempt => Assert.True(attempt.Status == 201, $"{attempt}"));
        Assert.All((await load.End()).SelectMany(submission => submission.Attempts), attempt => Assert.True(attempt.Status == 201, $"{attempt}"));
        Assert.True(took <= AtMost, $"It took {took.TotalSeconds:0.0} s to end.");
    }
}
