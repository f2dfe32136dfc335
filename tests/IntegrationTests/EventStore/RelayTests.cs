using Ecosystem.EventSourcing;
using Ecosystem.Local;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class RelayTests
{
    private readonly string database = Instance.NewDatabase();

    [Fact]
    public async Task The_relay_waits_for_a_subscriber_shows_it_and_then_misses_nothing()
    {
        var broker = await Broker();
        await using var one = await Instance.Start(database, broker);
        await Add(one, Guid.CreateVersion7(), 20);

        await Until(async () => (await one.Get<Operations>().Status(default)).WaitingFor == "tests-hear-weight");
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);
        var heard = await subscriber.Take(20);

        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), heard.Select(message => message.Version));
        Assert.Null((await one.Get<Operations>().Status(default)).WaitingFor);
    }

    [Fact]
    public async Task Two_instances_publish_every_event_once_and_each_stream_in_order()
    {
        var broker = await Broker();
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);
        await using var one = await Instance.Start(database, broker);
        await using var other = await Instance.Start(database, broker);
        var parcels = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 300).Select(n => (n % 2 == 0 ? one : other).Add(parcels[n % 5], 1)));
        var heard = await subscriber.Take(300);
        await Settled(one);

        Assert.Equal(300, heard.Select(message => message.MessageId).Distinct().Count());
        Assert.All(heard.GroupBy(message => message.Parcel), stream => Assert.Equal(stream.Select(message => message.Version).Order(), stream.Select(message => message.Version)));
        Assert.False(subscriber.HasMore);
    }

    [Fact]
    public async Task A_rewound_relay_publishes_again_under_the_same_message_ids()
    {
        var broker = await Broker();
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);
        await using var one = await Instance.Start(database, broker);
        await Add(one, Guid.CreateVersion7(), 10);
        var first = await subscriber.Take(10);
        await Settled(one);

        await one.Get<Operations>().Rewind(5, endpoint: null, default);
        var again = await subscriber.Take(5);

        Assert.Equal(first.Skip(5), again);
    }

    [Fact]
    public async Task A_relay_rewound_to_where_its_last_pass_began_publishes_that_again_too()
    {
        var broker = await Broker();
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);
        await using var one = await Instance.Start(database, broker);
        await Add(one, Guid.CreateVersion7(), 1);
        var first = await subscriber.Take(1);
        await Settled(one);

        await one.Get<Operations>().Rewind(0, endpoint: null, default);

        Assert.Equal(first, await subscriber.Take(1));
    }

    [Fact]
    public async Task A_new_consumer_is_told_the_past_without_the_others_hearing_it_twice()
    {
        var broker = await Broker();
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);
        await using var one = await Instance.Start(database, broker);
        await Add(one, Guid.CreateVersion7(), 450);
        var first = await subscriber.Take(450);
        await Settled(one);

        await one.Get<Operations>().Rewind(0, "tests-hear-weight", default);
        var again = await subscriber.Take(450);
        await Until(async () => (await one.Get<Operations>().Status(default)).Subscriptions.All(subscription => !subscription.Name.Contains('>')));

        Assert.Equal(first, again);
        Assert.Equal(0, Relay(await one.Get<Operations>().Status(default)).Behind);
    }

    [Fact]
    public async Task Rewinding_a_relay_that_has_published_nothing_skips_nothing()
    {
        var broker = await Broker();
        await using var one = await Instance.Start(database, broker);
        await Add(one, Guid.CreateVersion7(), 10);
        await Until(async () => (await one.Get<Operations>().Status(default)).WaitingFor is not null);

        await one.Get<Operations>().Rewind(5, endpoint: null, default);
        await using var subscriber = await Subscriber.Start(broker.RabbitMq);

        Assert.Equal(10, (await subscriber.Take(10)).Count);
    }

    [Fact]
    public async Task A_time_finds_the_position_before_it()
    {
        await using var one = await Instance.Start(database);
        await Add(one, Guid.CreateVersion7(), 3);
        var history = await one.Get<StreamLog>().History((await one.Add(Guid.CreateVersion7(), 1)).Id, default);

        Assert.Equal(3, await one.Get<Operations>().PositionBefore(history[0].At, default));
        Assert.Equal(0, await one.Get<Operations>().PositionBefore(history[0].At.AddHours(-1), default));
        Assert.Equal(4, await one.Get<Operations>().PositionBefore(history[0].At.AddHours(1), default));
    }

    private async Task<Backends> Broker()
    {
        var broker = await (await TestServers.Running()).Separate(database);
        await Subscriber.Forget(broker.RabbitMq);
        return broker;
    }

    private static async Task Add(Instance instance, Guid parcel, int count)
    {
        for (var n = 0; n < count; n++) await instance.Add(parcel, 1);
    }

    private static SubscriptionStatus Relay(StoreStatus status) => status.Subscriptions.SingleOrDefault(subscription => subscription.Name == "relay") ?? new("relay", 0, long.MaxValue);

    private static Task Settled(Instance instance) => Until(async () => Relay(await instance.Get<Operations>().Status(default)).Behind == 0);

    private static async Task Until(Func<Task<bool>> condition)
    {
        if (!await Wait.For(_ => condition(), TimeSpan.FromSeconds(10), default)) Assert.Fail("It did not come about within 10 s.");
    }
}
