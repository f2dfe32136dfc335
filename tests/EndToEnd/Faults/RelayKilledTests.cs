namespace Ecosystem.EndToEnd.Faults;

/// <summary>The worst moment for the relay to die: the broker has confirmed, the checkpoint does not know it yet.</summary>
public sealed class RelayKilledTests(City city) : IAsyncLifetime
{
    private readonly ServiceDatabase feedback = new(city.Backends, "feedback"), notifications = new(city.Backends, "notifications");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await feedback.DisposeAsync();
        await notifications.DisposeAsync();
    }

    [Fact]
    public async Task Killed_between_publish_and_checkpoint_it_publishes_again_and_the_reporter_is_told_once()
    {
        var (reporter, address) = await ReporterWithMail();
        await using var listener = await Listener.Start(city.Backends);

        var (report, position) = await SubmitAndKillBeforeCheckpoint(reporter);
        Assert.True(await feedback.RelayPosition() < position, "The checkpoint moved: nothing was killed in between.");
        await Task.WhenAll(city.Processes.Of("feedback", 0).Start(), city.Processes.Of("feedback", 1).Start());
        await Eventually.Holds(async () => await feedback.RelayPosition() >= position, "The relay goes on");
        await Eventually.Holds(async () => await notifications.RelayIsSettled(), "Notifications has told all");

        var published = (await listener.All()).Where(heard => heard.Report == report).ToList();
        Assert.Equal(2, published.Count);
        Assert.Single(published.DistinctBy(heard => heard.MessageId));
        Assert.Equal([report], await reporter.Reports(Inboxes.Received));
        Assert.Equal(1, await notifications.Scalar<long>("select count(*) from mt_events where type = 'message_created' and data->>'template' = 'report-received' and data->'arguments'->>'reportId' = $1", report));
        Assert.Equal(1, await notifications.Scalar<long>("select count(*) from mt_events where type = 'message_mailed' and stream_id = $1", published[0].MessageId));
        Assert.Single(await city.Processes.Mail.To(address));
        await Inboxes.NothingTwice(notifications);
    }

    private async Task<(Api Reporter, string Address)> ReporterWithMail()
    {
        var reporter = await city.Citizen();
        var address = $"{reporter.Subject}@example.vn";
        (await reporter.Put("/v1/preferences", new { language = "vi", email = address })).Is(200);
        return (reporter, address);
    }

    private async Task<(string Report, long Position)> SubmitAndKillBeforeCheckpoint(Api reporter)
    {
        await Eventually.Holds(feedback.RelayIsSettled, "The relay has nothing else to do");
        await using var held = await feedback.HoldRelay();
        var receipt = (await reporter.Post("/v1/reports", Bodies.Report())).Is(201);
        await Eventually.Holds(async () => (await reporter.Reports(Inboxes.Received)).Count == 1, "The message has been published and received");
        await Eventually.Holds(async () => (await city.Processes.Mail.To($"{reporter.Subject}@example.vn")).Count == 1, "The mail");
        city.Processes.Of("feedback", 0).Kill();
        city.Processes.Of("feedback", 1).Kill();
        Assert.Equal(1, await feedback.EndWaiting());
        return (receipt.Id, receipt["position"].GetValue<long>());
    }
}
