using Ecosystem.Local;
using Ecosystem.UnitTests.Notifications;
using RabbitMQ.Client;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Consumers come back by themselves, also when the broker leaves them without an answer while they do, and end first what they have begun.</summary>
[Collection<BesideTheCity>]
public sealed class ConsumersReturnTests(City city) : IAsyncLifetime
{
    private readonly HesitantMailServer mails = new(held: ".");
    private Backends backends = null!;
    private UnansweredDeclaration way = null!;
    private SmallCity small = null!;

    public async ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        backends = await city.Servers.Separate($"return{Guid.NewGuid():N}"[..12]);
        way = new(new(backends.RabbitMq), "notifications-tell-reporter-of-receipt");
        small = new(city, backends with { RabbitMq = way.Address.AbsoluteUri }, Places.BesideTheCity, new KeyValuePair<string, string>("ECOSYSTEM_SMTP", mails.Address));
        await small.Start("gateway", "feedback", "notifications");
        await small.Introduce();
    }

    public async ValueTask DisposeAsync()
    {
        await small.DisposeAsync();
        await way.DisposeAsync();
        await mails.DisposeAsync();
    }

    [Fact]
    public async Task After_a_question_for_a_queue_that_was_never_answered_the_reporter_is_told_once()
    {
        var citizen = await small.Citizen();
        var first = await Submission.Make(citizen);
        await Inboxes.EachIsToldOnce([first]);

        way.Break();
        var second = await Submission.Make(citizen);

        await Inboxes.EachIsToldOnce([first, second], TimeSpan.FromSeconds(120));
        Assert.True(way.IsLost);
    }

    /// <remarks>The first handler that ends cannot acknowledge its message any more; for that, MassTransit would cancel all others.</remarks>
    [Fact]
    public async Task Mails_that_are_on_their_way_when_the_connection_is_lost_are_sent_once()
    {
        Api[] citizens = [await Addressee(), await Addressee()];
        foreach (var citizen in citizens) await Submission.Make(citizen);
        await Eventually.Holds(async () => mails.Taken.Count == 2 && await Mails() is { MessageCount: 0 }, "Both mails are on their way");

        way.Break();
        await Eventually.Holds(async () => await Mails() is { MessageCount: >= 2 }, "The broker has both messages back");
        mails.Release(1);
        await Eventually.Holds(async () => await Mailed(citizens) == 1, "One mail is noted");
        mails.Release(1);
        await Eventually.Holds(async () => await Mailed(citizens) == 2, "Both mails are noted");
        await Eventually.Holds(async () => await Mails() is { ConsumerCount: > 0, MessageCount: 0 }, "Both messages were delivered again");

        Assert.Equal(2, mails.Taken.Count);
    }

    private async Task<Api> Addressee()
    {
        var citizen = await small.Citizen();
        (await citizen.Put("/v1/preferences", new { language = "vi", email = $"{citizen.Subject}@example.vn" })).Is(200);
        return citizen;
    }

    private static async Task<int> Mailed(IEnumerable<Api> citizens)
    {
        var inboxes = await Task.WhenAll(citizens.Select(citizen => citizen.Get("/v1/inbox")));
        return inboxes.Count(inbox => inbox.Is(200)["items"][0]?["mailedAt"] is not null);
    }

    private async Task<QueueDeclareOk> Mails()
    {
        await using var connection = await new ConnectionFactory { Uri = new(backends.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.QueueDeclarePassiveAsync("notifications-mail-message");
    }
}
