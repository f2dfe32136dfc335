using System.Diagnostics;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Relay and projections run in one process of two; when that one dies, the other one goes on with them.</summary>
public sealed class TakeoverTests(City city) : IAsyncLifetime
{
    private static readonly TimeSpan FewSeconds = TimeSpan.FromSeconds(5);

    private readonly ServiceDatabase feedback = new(city.Backends, "feedback"), coordination = new(city.Backends, "coordination");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await feedback.DisposeAsync();
        await coordination.DisposeAsync();
    }

    [Fact]
    public async Task The_other_instance_takes_the_relay_over_within_seconds()
    {
        var reporter = await city.Citizen();

        var (heir, watch) = await KillRunner(feedback, "feedback", "relay");
        var receipt = (await reporter.PostUntilAccepted("/v1/reports", Bodies.Report()))[^1].Answer!;
        await Eventually.Holds(async () => await feedback.RelayPosition() >= receipt["position"].GetValue<long>(), "The relay goes on", FewSeconds - watch.Elapsed);
        TestContext.Current.TestOutputHelper!.WriteLine($"The relay went on after {watch.Elapsed.TotalSeconds:0.00} s");

        await Eventually.Holds(async () => (await reporter.Reports(Inboxes.Received)).Count > 0, "The message");
        Assert.Equal([receipt.Id], await reporter.Reports(Inboxes.Received));
        Assert.Same(heir, await Runner(feedback, "feedback", "relay"));
    }

    [Fact]
    public async Task The_other_instance_takes_a_projection_over_within_seconds()
    {
        var (front, committee) = (await city.Official("01.MTTQ"), await city.Official(City.Front));

        var (heir, watch) = await KillRunner(coordination, "coordination", "projection:directive_inbox");
        var issued = (await front.PostUntilAccepted("/v1/directives", Bodies.Directive(City.Front)))[^1].Answer!;
        var position = issued.Headers["Position"];
        Answer list = null!;
        await Eventually.Holds(async () => (list = await committee.Get("/v1/directives", ("Min-Position", position))).Status == 200, "The list catches up", FewSeconds - watch.Elapsed);
        TestContext.Current.TestOutputHelper!.WriteLine($"The projection went on after {watch.Elapsed.TotalSeconds:0.00} s");

        Assert.Contains(issued.Id, list.Text);
        Assert.Same(heir, await Runner(coordination, "coordination", "projection:directive_inbox"));
    }

    /// <summary>SIGKILL to the instance that runs the subscription; the other one is the heir.</summary>
    private async Task<(ServiceProcess Heir, Stopwatch Since)> KillRunner(ServiceDatabase database, string service, string subscription)
    {
        var runner = await Runner(database, service, subscription);
        runner.Kill();
        return (Both(service).Single(process => process != runner), Stopwatch.StartNew());
    }

    private async Task<ServiceProcess> Runner(ServiceDatabase database, string service, string subscription) =>
        Both(service).OwnerOf((await database.PortOfRunner(subscription))!.Value);

    private ServiceProcess[] Both(string service) => [city.Processes.Of(service, 0), city.Processes.Of(service, 1)];
}
