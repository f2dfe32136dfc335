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

        var published = (await listener.All()).Where(heard => heard.Report == report && heard.Contract == "ReportAnswered").ToList();
        Assert.Equal(2, published.Count);
        Assert.Single(published.DistinctBy(heard => heard.MessageId));
        Assert.Equal([report], await reporter.Reports("report-answered"));
        Assert.Equal(1, await notifications.Scalar<long>("select count(*) from mt_events where type = 'message_created' and data->>'template' = 'report-answered' and data->'arguments'->>'reportId' = $1", report));
        Assert.Equal(1, await notifications.Scalar<long>("select count(*) from mt_events where type = 'message_mailed' and stream_id = $1", published[0].MessageId));
        Assert.Equal(2, (await city.Processes.Mail.To(address)).Count);
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
        var (report, office) = ((await reporter.Post("/v1/reports", Bodies.Report())).Is(201).Id, await city.Official(City.Committee, "officer"));
        (await office.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        await Eventually.Holds(async () => (await reporter.Get($"/v1/reports/{report}/journey")).Text is var hops && hops.Contains("\"mail\"", StringComparison.Ordinal) && hops.Contains("report-for-unit", StringComparison.Ordinal), "Feedback has heard of all messages");
        await Eventually.Holds(async () => await feedback.RelayIsSettled() && await notifications.RelayIsSettled(), "The relay has nothing else to do");
        await using var held = await feedback.HoldCheckpoint("relay");
        var receipt = (await office.Post($"/v1/reports/{report}/answer", new { answer = "Đèn đã được thay trong buổi sáng." })).Is(200);
        await Eventually.Holds(async () => (await reporter.Reports("report-answered")).Count == 1, "The message has been published and received");
        await Eventually.Holds(async () => (await city.Processes.Mail.To($"{reporter.Subject}@example.vn")).Count == 2, "The mail");
        city.Processes.Of("feedback", 0).Kill();
        city.Processes.Of("feedback", 1).Kill();
        Assert.Equal(1, await feedback.EndWaiting());
        return (report, receipt["position"].GetValue<long>());
    }
}
