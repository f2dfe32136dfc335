using Ecosystem.EventSourcing;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Simultaneous_decisions_on_one_stream_all_count_on_two_instances()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var parcel = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(n =>
            (n % 2 == 0 ? one : other).Append(parcel, state => [new WeightAdded("A", state.Count + 1)])));

        Assert.Equal(Enumerable.Range(1, 100).Select(n => (long)n), answers.Select(answer => answer.Version).Order());
        Assert.Equal(new Parcel(5050, 100), (await one.Read(parcels => parcels.Load(parcel, default))).State);
    }

    [Fact]
    public async Task What_two_instances_decide_at_once_on_streams_that_they_recalled_comes_once_among_other_commands()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        await using var third = await Instance.Start(database);
        var parcels = Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7()).ToArray();
        await Task.WhenAll(parcels.Select(parcel => third.Add(parcel, 1)));

        Task Sweep(Instance instance) => instance.Read(async streams =>
        {
            await streams.Recall(parcels, default);
            return await Task.WhenAll(parcels.Select(parcel => streams.Append(parcel, state => state.Grams % 100 == 1 ? [new WeightAdded("A", 10), new WeightAdded("A", 20)] : [], default)));
        });
        await Task.WhenAll([Sweep(one), Sweep(other), .. parcels.Select(parcel => third.Add(parcel, 100))]);

        Assert.Equal(200 * 4, await one.Scalar<long>("select count(*) from mt_events"));
        Assert.Equal(200, await one.Scalar<long>("select count(*) from view_parcel where version = 4 and (data->>'grams')::int = 131"));
        Assert.Equal(200, await one.Scalar<long>("select count(*) from mt_events a join mt_events b on b.stream_id = a.stream_id and b.version = a.version + 1 where a.data->>'grams' = '10' and b.data->>'grams' = '20'"));
    }

    [Fact]
    public async Task Recalled_streams_are_decided_on_without_being_read_again()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var (known, moved) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var parcel in new[] { known, moved }) await other.Add(parcel, 1);

        List<long> seen = [];
        await one.Read(async streams =>
        {
            await streams.Recall([known, moved, Guid.CreateVersion7()], default);
            await other.Add(moved, 2);
            foreach (var parcel in new[] { known, moved })
                await streams.Append(parcel, state =>
                {
                    seen.Add(state.Count);
                    return [new WeightAdded("A", 3)];
                }, default);
            return seen;
        });

        Assert.Equal([1, 1, 2], seen);    // the second one moved on: decided on what was recalled, then on what is
    }

    [Fact]
    public async Task Who_said_If_Match_is_refused_when_the_stream_moved_on()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 1);
        await other.Add(parcel, 2);

        var refused = await Assert.ThrowsAsync<Refused>(() => one.Add(parcel, 3, cause: cause => cause.ExpectedVersion = 1));
        var accepted = await one.Add(parcel, 3, cause: cause => cause.ExpectedVersion = 2);

        Assert.Equal(Problem.VersionMismatch, refused.Problem);
        Assert.Equal(3, accepted.Version);
    }

    [Fact]
    public async Task A_conflict_in_a_gathered_call_fails_only_its_own_append()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var contested = Guid.CreateVersion7();
        await one.Add(contested, 1);
        await other.Add(contested, 1);    // "one" still remembers version 1

        var decisions = 0;
        var good = Enumerable.Range(0, 50).Select(_ => one.Append(Guid.CreateVersion7(), _ => [new WeightAdded("A", 1)], create: true));
        var late = one.Append(contested, _ =>
        {
            decisions++;
            return [new WeightAdded("A", 1)];
        });
        var versions = (await Task.WhenAll(good.Append(late))).Select(answer => answer.Version).ToList();

        Assert.All(versions.Take(50), version => Assert.Equal(1, version));
        Assert.Equal((3, 2), (versions[50], decisions));
    }

    [Theory]
    [InlineData("nul \0 byte", "not-storable")]
    [InlineData("too large", "event-too-large")]
    public async Task A_poison_event_fails_only_its_own_caller(string note, string problem)
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var text = note == "too large" ? new string('x', 2_000_000) : note;

        var good = Enumerable.Range(0, 50).Select(_ => one.Append(Guid.CreateVersion7(), _ => [new WeightAdded("A", 1)], create: true)).ToList();
        var poison = one.Append(Guid.CreateVersion7(), _ => [new WeightAdded("A", 1, text)], create: true);
        var refused = await Assert.ThrowsAsync<Refused>(() => poison);

        Assert.Equal(problem, refused.Problem.Type);
        Assert.All(await Task.WhenAll(good), answer => Assert.Equal(1, answer.Version));
        Assert.Equal(50, await one.Scalar<long>("select count(*) from mt_events"));
        Assert.Equal(50, await one.Scalar<long>("select count(*) from mt_streams"));
    }

    [Fact]
    public async Task A_refused_append_leaves_no_hole_in_the_sequence()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var parcels = Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => (n % 2 == 0 ? one : other).Add(parcels[n % 5], 1)));

        Assert.Equal(200, await one.Scalar<long>("select count(*) from mt_events"));
        Assert.Equal(200, await one.Scalar<long>("select max(seq_id) from mt_events"));
    }

    [Fact]
    public async Task After_the_server_ended_idle_sessions_the_next_append_and_the_next_read_succeed_at_once()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var (parcel, heavier) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await one.Add(parcel, 1);
        await one.Read(parcels => parcels.Load(parcel, default));

        await other.Scalar<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await Task.Delay(50, TestContext.Current.CancellationToken);    // a session counts as in use for 20 ms

        Assert.Equal(1, (await one.Append(heavier, _ => [new WeightAdded("A", 5)], create: true)).Version);
        Assert.Equal(1, (await one.Read(parcels => parcels.Load(parcel, default))).State.Grams);
    }
}
