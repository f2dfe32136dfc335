using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>RabbitMQ loses its disk with 5,000 facts in its queues. The streams are the truth: an operator lets the relays tell it all again.</summary>
[Collection<WithoutServers>]
public sealed class BrokerLostTests(City city) : IAsyncLifetime
{
    private const int Facts = 5000;
    private const int LastFacts = 500;
    private const int AtOnce = 32;

    private readonly ServiceDatabase feedback = new(city.Backends, "feedback"), notifications = new(city.Backends, "notifications");

    private RabbitNode Node => city.Servers.RabbitMq.Nodes[0];

    private ServiceProcess[] Consumers => [city.Processes.Of("notifications", 0), city.Processes.Of("notifications", 1)];

    private string Vhost => new Uri(city.Backends.RabbitMq).AbsolutePath.Trim('/');

    public async ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        (await (await city.Official(City.Committee)).Put("/v1/preferences", new { language = "vi" })).Is(200);    // another test may have asked for mail: 5,000 of them say nothing here
    }

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await feedback.DisposeAsync();
        await notifications.DisposeAsync();
    }

    [Fact]
    public async Task After_one_command_of_an_operator_every_effect_is_there_once_and_a_second_changes_nothing()
    {
        var since = DateTimeOffset.UtcNow.AddSeconds(-1);
        await Task.WhenAll(Consumers.Select(consumer => consumer.Stop()));
        var citizens = await city.Citizens(40);
        var first = await Submit(citizens, Facts - LastFacts);
        var between = DateTimeOffset.UtcNow;
        IReadOnlyList<Submission> submissions = [.. first, .. await Submit(citizens, LastFacts)];
        await Eventually.Holds(feedback.RelayIsSettled, "Everything is published", TimeSpan.FromSeconds(30));
        Assert.Equal(Facts, await InFlight());

        await LoseEverything();
        await Task.WhenAll(Consumers.Select(consumer => consumer.Start()));
        await Rewind($"{since:O}");

        await Inboxes.EachIsToldOnce(submissions);

        await Rewind($"{between:O}");
        await Eventually.Holds(feedback.RelayIsSettled, "The last are published again", TimeSpan.FromSeconds(60));
        var last = await Submission.Make(submissions[0].By);    // told after all that came again
        await Inboxes.EachIsToldOnce([.. submissions, last]);
        await Inboxes.NothingTwice(notifications);
    }

    /// <summary>Directly at both instances: the gateway has no part in this.</summary>
    private async Task<IReadOnlyList<Submission>> Submit(Api[] citizens, int count)
    {
        var direct = await Task.WhenAll(citizens.Select(async (citizen, n) =>
            (Inbox: citizen, Reports: new Api(city.Processes.Of("feedback", n % 2).Address, await city.Processes.Tokens.Citizen(citizen.Subject), citizen.Subject))));
        var submissions = new Submission[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, abandon) =>
            submissions[n] = await Submission.Make(direct[n % direct.Length].Reports, abandon) with { By = direct[n % direct.Length].Inbox });
        return submissions;
    }

    private async Task<int> InFlight()
    {
        var waiting = 0;
        await Eventually.Holds(async () => (waiting = await Node.Waiting(Vhost, "notifications-tell-reporter-of-receipt")) == Facts, "The queue tells of all that is in it", TimeSpan.FromSeconds(15));
        return waiting;
    }

    private async Task LoseEverything()
    {
        Node.Wipe();
        await city.Servers.RabbitMq.Start();
        await city.Servers.RabbitMq.Management.CreateVhost(Vhost);
        Assert.Equal(0, await Node.Waiting(Vhost, "notifications-tell-reporter-of-receipt"));
    }

    private async Task Rewind(string time)
    {
        var command = new Command(Repository.File("deploy", "rewind"), time)
        {
            Environment = new Dictionary<string, string>
            {
                ["ECOSYSTEM_GATEWAY"] = city.Processes.Gateway.AbsoluteUri,
                ["ECOSYSTEM_TOKEN"] = await city.Processes.Tokens.System("operations-console", ["operations"]),
            },
        };
        await command.Run(default);
    }
}
