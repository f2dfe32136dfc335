using System.Diagnostics;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>RabbitMQ is away for half a minute while citizens go on reporting and the unit goes on answering.</summary>
[Collection<WithoutServers>]
public sealed class BrokerOutageTests(City city) : IAsyncLifetime
{
    private const int Answers = 20;
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    private readonly ServiceDatabase notifications = new(city.Backends, "notifications");

    public ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await notifications.DisposeAsync();
    }

    [Fact]
    public async Task Reports_are_accepted_all_the_while_and_every_reporter_is_told_once_afterwards_in_order()
    {
        var citizens = await city.Citizens(10);
        await using var listener = await Listener.Start(city.Backends);
        await using var load = new Load(citizens);
        await load.Goes(on: 20);

        var answered = await DuringOutage(load);
        await load.Goes(on: 20);
        var submissions = await load.End();

        Assert.All(submissions, submission => Assert.Equal(201, Assert.Single(submission.Attempts).Status));
        await Inboxes.EachIsToldOnce(submissions);
        await Inboxes.EachIsToldOnce(answered, template: Inboxes.Answered);
        await Inboxes.NothingTwice(notifications);
        InStreamOrder(await listener.All(), submissions, answered);
    }

    /// <summary>Answers reports that were submitted before the outage, and those just submitted: both their facts are then published together.</summary>
    private async Task<List<Submission>> DuringOutage(Load load)
    {
        var watch = Stopwatch.StartNew();
        await city.Servers.RabbitMq.Nodes[0].Stop();
        await load.Goes(on: Answers);
        List<Submission> answered = [];
        for (var n = 0; n < Answers; n++)
        {
            answered.Add(n % 2 == 0 ? load.Accepted[n] : load.Accepted.Except(answered).Last());
            await Answer(answered[^1].Report);
        }

        await Eventually.Holds(() => Task.FromResult(watch.Elapsed > Outage), "Half a minute", Outage * 2);
        await city.Servers.RabbitMq.Start();
        return answered;
    }

    private async Task Answer(string report)
    {
        var committee = await city.Official(City.Committee);
        (await committee.Post($"/v1/reports/{report}/acceptance", null)).Is(200);
        (await committee.Post($"/v1/reports/{report}/answer", new { answer = "Đội điện chiếu sáng sẽ sửa đèn trong ngày." })).Is(200);
    }

    private static void InStreamOrder(IReadOnlyList<Heard> heard, IReadOnlyList<Submission> submissions, List<Submission> answered)
    {
        var streams = heard.ToLookup(message => message.Report, message => message.Contract);
        Assert.All(submissions, submission => Assert.Equal("ReportReceived", streams[submission.Report].FirstOrDefault()));
        Assert.All(answered, submission => Assert.Equal(["ReportReceived", "ReportAnswered"], streams[submission.Report].Distinct()));
        Assert.All(answered, submission => Assert.Equal("ReportAnswered", streams[submission.Report].Last()));
    }
}
