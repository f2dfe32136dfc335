namespace Ecosystem.EndToEnd.Faults;

/// <summary>Consumers come back by themselves, also when the broker leaves them without an answer while they do.</summary>
[Collection<BesideTheCity>]
public sealed class ConsumersReturnTests(City city) : IAsyncLifetime
{
    private UnansweredDeclaration way = null!;
    private SmallCity small = null!;

    public async ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        var backends = await city.Servers.Separate($"return{Guid.NewGuid():N}"[..12]);
        way = new(new(backends.RabbitMq), "notifications-tell-reporter-of-receipt");
        small = new(city, backends with { RabbitMq = way.Address.AbsoluteUri });
        await small.Start("gateway", "feedback", "notifications");
        await small.Introduce();
    }

    public async ValueTask DisposeAsync()
    {
        await small.DisposeAsync();
        await way.DisposeAsync();
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
}
