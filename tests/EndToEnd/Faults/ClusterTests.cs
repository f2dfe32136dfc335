using System.Diagnostics;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A cluster of three nodes loses, under load, the one that holds both the relay's connection and the queue's leader.</summary>
[Collection<WithoutServers>]
public sealed class ClusterTests(City city) : IAsyncLifetime
{
    private const string Queue = "notifications-tell-reporter-of-receipt";
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(5);

    private readonly PrivateRabbit rabbit = new(Places.BesideTheCity, nodes: 3);
    private SmallCity small = null!;

    public async ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        Wipe();
        await rabbit.Start();
        small = new(city, city.Servers.Backends.WithDatabases($"cluster{Guid.NewGuid():N}"[..12]) with { RabbitMq = rabbit.Uri });
        await small.Start("gateway", "feedback", "notifications");
        await small.Introduce();
    }

    public async ValueTask DisposeAsync()
    {
        if (small is not null) await small.DisposeAsync();
        Wipe();
        await rabbit.Stop();
    }

    [Fact]
    public async Task Publishing_goes_on_within_five_seconds_nothing_is_lost_and_nothing_has_a_second_effect()
    {
        await using var load = new Load(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => small.Citizen())));
        await load.Goes(on: 20);
        var node = await RelayOnLeader();
        await load.Goes(on: 20);

        var watch = Stopwatch.StartNew();
        node.Kill();
        var position = await small.Feedback.Head();
        await Eventually.Holds(async () => await small.Feedback.RelayPosition() > position, "A publish is confirmed again", Promise - watch.Elapsed);
        TestContext.Current.TestOutputHelper!.WriteLine($"Publishing went on after {watch.Elapsed.TotalSeconds:0.00} s");
        await load.Goes(on: 100);
        var submissions = await load.End();

        Assert.All(submissions, submission => Assert.Equal(201, Assert.Single(submission.Attempts).Status));
        await Inboxes.EachIsToldOnce(submissions, TimeSpan.FromSeconds(150));    // a consumer that must be started anew takes a minute
        await Inboxes.NothingTwice(small.Notifications);
    }

    /// <summary>Lets the node to which the relay is connected lead the queue.</summary>
    private async Task<RabbitNode> RelayOnLeader()
    {
        RabbitNode? node = null;
        await Eventually.Holds(async () =>
        {
            if ((node = await rabbit.NodeOf("feedback relay")) is null) return false;
            if (await rabbit.LeaderOf(Queue) == node) return true;
            await rabbit.Lead(Queue, node);
            return false;
        }, "The relay is connected to the queue's leader", TimeSpan.FromSeconds(40));
        return node!;
    }

    /// <summary>Also what a run that was killed has left.</summary>
    private void Wipe()
    {
        foreach (var node in rabbit.Nodes) node.Wipe();
    }
}
