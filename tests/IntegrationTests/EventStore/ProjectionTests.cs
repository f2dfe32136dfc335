using Ecosystem.EventSourcing;
using Ecosystem.Local;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class ProjectionTests
{
    private const string Sessions = "select sessions from pg_stat_database where datname = current_database()";

    private static readonly string[] Shelves = ["A", "B", "C", "D"];

    [Fact]
    public async Task A_list_shows_a_write_once_its_position_is_reached()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var written = await one.Add(Guid.CreateVersion7(), 7, "A");

        var reached = await one.Get<Positions>().Reached(written.Position, TimeSpan.FromSeconds(2), default);

        Assert.True(reached);
        Assert.Equal(7, (await one.Get<ReadModel<ShelfRow>>().Find(NamedId.Of("A"), default))!.Data.Grams);
    }

    [Fact]
    public async Task Waiting_for_a_position_that_never_comes_ends_in_time()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());

        Assert.False(await one.Get<Positions>().Reached(1_000_000, TimeSpan.FromMilliseconds(100), default));
    }

    [Fact]
    public async Task A_projection_rebuilt_under_load_equals_the_live_one()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var parcels = Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7()).ToArray();
        await Write(one, other, parcels, 600);

        var writing = Write(one, other, parcels, 400);
        var rebuilt = await one.Get<Operations>().RebuildProjection("shelf", default);
        await writing;
        await Settled(one);
        var live = await Rows(one);
        await other.Get<Operations>().RebuildProjection("shelf", default);

        Assert.True(rebuilt >= 600);
        Assert.Equal(4, live.Count);
        Assert.Equal(live, await Rows(one));
        Assert.Equal(1000, live.Sum(row => row.Events));
        Assert.Equal(await one.Scalar<long>("select sum((data->>'grams')::int) from mt_events"), live.Sum(row => row.Grams));
    }

    [Fact]
    public async Task Of_rebuilds_at_the_same_time_over_two_instances_one_runs_and_the_others_are_refused()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        await Write(one, other, [.. Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7())], 200);
        await Settled(one);
        var live = await Rows(one);

        var rebuilds = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Record.ExceptionAsync(() => (n % 2 == 0 ? one : other).Get<Operations>().RebuildProjection("shelf", default)).AsTask()));

        Assert.Contains(null, rebuilds);
        Assert.All(rebuilds.OfType<Exception>(), refused => Assert.Equal("projection-being-rebuilt", Assert.IsType<Refused>(refused).Problem.Type));
        Assert.Equal(live, await Rows(one));
    }

    [Fact]
    public async Task Another_instance_takes_over_when_the_active_one_ends()
    {
        var database = Instance.NewDatabase();
        var first = await Instance.Start(database);
        await first.Add(Guid.CreateVersion7(), 1);
        await Settled(first);
        await using var second = await Instance.Start(database);
        await first.DisposeAsync();

        var written = await second.Add(Guid.CreateVersion7(), 1);

        Assert.True(await second.Get<Positions>().Reached(written.Position, TimeSpan.FromSeconds(10), default));
    }

    [Fact]
    public async Task Whoever_stands_by_goes_on_asking_and_opens_no_sessions_for_it()
    {
        var database = Instance.NewDatabase();
        await using var first = await Instance.Start(database);
        await first.Add(Guid.CreateVersion7(), 1);
        await Settled(first);
        await using var second = await Instance.Start(database);
        HashSet<DateTime> asked = [];
        async Task<bool> Asked(int times)
        {
            asked.Add(await first.Scalar<DateTime>("select coalesce(max(state_change), '2000-01-01') from pg_stat_activity where datname = current_database() and query like 'select pg_try_advisory_xact_lock%'"));
            return asked.Count >= times;
        }

        await Wait.Until(_ => Asked(3), "It stands by", TimeSpan.FromSeconds(10), default);
        var before = await first.Scalar<long>(Sessions);
        await Wait.Until(_ => Asked(7), "It goes on asking", TimeSpan.FromSeconds(10), default);

        Assert.Equal(before, await first.Scalar<long>(Sessions));
    }

    [Fact]
    public async Task Nobody_rebuilds_what_does_not_exist()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());

        var refused = await Assert.ThrowsAsync<Refused>(() => one.Get<Operations>().RebuildProjection("nothing", default));

        Assert.Equal(404, refused.Problem.Status);
    }

    private static Task Write(Instance one, Instance other, Guid[] parcels, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(n =>
        (n % 2 == 0 ? one : other).Add(parcels[n % parcels.Length], n, Shelves[n % 4])));

    private static async Task Settled(Instance instance) =>
        Assert.True(await instance.Get<Positions>().Reached(await instance.Scalar<long>("select max(seq_id) from mt_events"), TimeSpan.FromSeconds(10), default));

    private static async Task<IReadOnlyList<ShelfRow>> Rows(Instance instance) =>
        [.. (await instance.Get<ReadModel<ShelfRow>>().Query("order by id", [], default)).Select(row => row.Data)];
}
