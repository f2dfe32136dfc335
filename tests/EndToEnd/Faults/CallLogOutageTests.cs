using Ecosystem.EndToEnd.Door;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>The log of calls never stops traffic: while its database is away calls go on, and they are logged when it is back.</summary>
[Collection<BesideTheCity>]
public sealed class CallLogOutageTests(City city)
{
    private const string Gaps = "select count(*) from call_batches b where number > 1 and not exists (select from call_batches p where p.number = b.number - 1 and p.head = b.previous)";

    [Fact]
    public async Task Calls_go_on_without_the_database_and_are_in_the_chain_when_it_is_back()
    {
        await using var doors = await Doors.Open(city, 1, [.. City.NoLimits.Select(setting => (setting.Key, setting.Value))]);
        await using var database = new ServiceDatabase(doors.Backends, "gateway");
        var (operators, client) = (await doors.Operator(), await doors.System("outage"));
        await Eventually.Holds(async () => (await operators.Get("/v1/partners")).Status == 200, "The gateway has its tables");
        (await client.Get("/v1/categories")).Is(200);

        await using (await database.Close())
        {
            for (var round = 0; round < 5; round++)
                Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.Get("/v1/categories"))), answer => answer.Is(200));
            (await operators.Get("/v1/partners")).Is(503);
        }

        await Eventually.Holds(async () => await database.Scalar<long>("select count(*) from calls where client = 'outage'") == 101, "All calls are logged", TimeSpan.FromSeconds(40));
        Assert.Equal(0, await database.Scalar<long>(Gaps));
    }

    [Fact]
    public async Task A_batch_whose_commit_was_not_acknowledged_is_in_the_chain_once_and_the_log_goes_on()
    {
        var backends = city.Backends.WithDatabases($"lost{Guid.NewGuid():N}"[..12]);
        await using var way = new LostAcknowledgement(new(backends.Postgres), "copy calls ");
        await using var doors = await Doors.Open(city, 1, [.. City.NoLimits.Select(setting => (setting.Key, setting.Value)), ("ECOSYSTEM_POSTGRES", way.Address)]);
        await using var database = new ServiceDatabase(backends, "gateway");
        var client = await doors.System("unacknowledged");

        (await client.Get("/v1/categories")).Is(200);
        await way.Lost.WaitAsync(TimeSpan.FromSeconds(20));
        (await client.Get("/v1/categories")).Is(200);

        await Eventually.Holds(async () => await database.Scalar<long>("select count(*) from calls where client = 'unacknowledged'") == 2, "Both calls are logged");
        Assert.Equal(0, await database.Scalar<long>(Gaps));
    }
}
