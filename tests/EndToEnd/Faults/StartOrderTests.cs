namespace Ecosystem.EndToEnd.Faults;

/// <summary>Services come up in any order on an empty broker, or come later, and nothing is lost to them.</summary>
[Collection<BesideTheCity>]
public sealed class StartOrderTests(City city) : IAsyncLifetime
{
    private const string Receipts = "notifications-tell-reporter-of-receipt";

    private SmallCity small = null!;

    public async ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        small = new(city, await city.Servers.Separate($"order{Guid.NewGuid():N}"[..12]));
    }

    public async ValueTask DisposeAsync()
    {
        if (small is not null) await small.DisposeAsync();
    }

    [Fact]
    public async Task The_relay_waits_for_a_consumer_shows_it_and_a_new_consumer_is_told_the_past()
    {
        await small.Start("gateway", "feedback");
        await small.Introduce();
        var submissions = await Task.WhenAll((await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => small.Citizen()))).SelectMany(citizen => Enumerable.Range(0, 10).Select(_ => Submission.Make(citizen))));

        await RelayWaits();
        await small.Start("notifications");
        await Inboxes.EachIsToldOnce(submissions);

        await ForgetAllMessages();
        await Rewind();
        await Inboxes.EachIsToldOnce(submissions);
        await Rewind();
        await Eventually.Holds(NobodyCatchesUp, "The second rewind has been worked off");
        await Inboxes.EachIsToldOnce(submissions);
    }

    private async Task RelayWaits()
    {
        var operations = await small.Operator();
        await Eventually.Holds(async () => (await operations.Get("/v1/operations/feedback")).Is(200).Json["waitingFor"]?.GetValue<string>() == Receipts, "Operators see for whom the relay waits");
        Assert.True(await small.Feedback.RelayPosition() < await small.Feedback.Head());
    }

    /// <summary>As if Notifications were new: its database is gone.</summary>
    private async Task ForgetAllMessages()
    {
        await small.Of("notifications").Stop();
        await small.Notifications.Drop();
        await small.Start("notifications");
        Assert.Equal(0, await small.Notifications.Head());
    }

    private async Task Rewind() =>
        (await (await small.Operator()).Post("/v1/operations/feedback/relay/rewind", new { position = 0, endpoint = Receipts })).Is(200);

    private async Task<bool> NobodyCatchesUp() => await small.Feedback.Scalar<long>("select count(*) from mt_event_progression where name like 'relay>%'") == 0;
}
