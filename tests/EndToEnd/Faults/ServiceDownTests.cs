using Ecosystem.EndToEnd.BadInput;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>All processes of a service are gone: whoever asks is told so at once, and also who it was that failed.</summary>
public sealed class ServiceDownTests(City city) : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await Repair.Everything(city);

    [Fact]
    public async Task Requests_are_refused_within_a_second_and_served_again_once_it_is_back()
    {
        var operators = await city.Operator();
        var (first, second) = (city.Processes.Of("campaigns", 0), city.Processes.Of("campaigns", 1));
        (await operators.Get("/v1/operations/campaigns")).Is(200);

        first.Kill();
        second.Kill();
        var attempts = new List<Attempt>();
        for (var n = 0; n < 40; n++) attempts.Add(await Attempt.Of(() => operators.Get("/v1/operations/campaigns")));
        await Task.WhenAll(first.Start(), second.Start());

        Assert.All(attempts, attempt => Assert.True(attempt is { Status: 503, RetryAfter: not null }, $"{attempt}"));
        Assert.InRange(attempts.Count(attempt => attempt.Took < TimeSpan.FromSeconds(1)), 38, 40); // one or two may meet a busy machine
        Assert.Equal("service", attempts[^1].Answer!.IsProblem(503, "service-unreachable")["failedAt"].GetValue<string>());
        await Eventually.Holds(async () => (await operators.Get("/v1/operations/campaigns")).Status == 200, "Campaigns is served again", TimeSpan.FromSeconds(10));
    }
}
