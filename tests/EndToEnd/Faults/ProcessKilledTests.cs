using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Processes die in the middle of their work and come back; nobody does anything by hand.</summary>
public sealed class ProcessKilledTests(City city) : IAsyncLifetime
{
    private readonly ServiceDatabase notifications = new(city.Backends, "notifications");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await notifications.DisposeAsync();
    }

    [Theory]
    [InlineData("feedback")]         // it produces
    [InlineData("notifications")]    // it consumes
    public async Task A_service_whose_processes_are_killed_under_load_goes_on_by_itself(string service)
    {
        ServiceProcess[] instances = [city.Processes.Of(service, 0), city.Processes.Of(service, 1)];
        await using var load = new Load(await city.Citizens(10));
        await load.Goes(on: 20);

        foreach (var instance in instances) instance.Kill();
        await Task.WhenAll(instances.Select(instance => instance.Start()));
        await load.Goes(on: 20);
        instances[0].Kill();
        await load.Goes(on: 20);
        await instances[0].Start();
        var submissions = await load.End();

        Assert.All(submissions.SelectMany(submission => submission.Attempts), attempt => Assert.True(attempt is { Status: 201 } or { Status: 503, RetryAfter: not null }, $"{attempt}"));
        await Inboxes.EachIsToldOnce(submissions);
        await Inboxes.NothingTwice(notifications);
    }
}
