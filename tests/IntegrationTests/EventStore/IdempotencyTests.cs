using Ecosystem.EventSourcing;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_key_twice_has_one_effect_and_the_same_answer()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 1);
        var first = await one.Add(parcel, 10, cause: Key("k1"));
        await one.Add(parcel, 100);

        var again = await one.Add(parcel, 10, cause: Key("k1"));

        Assert.Equal(first.Written, again.Written);
        Assert.Equal(first.Events, again.Events);
        Assert.Equal(111, again.State.Grams);
    }

    [Fact]
    public async Task The_same_key_at_once_on_two_instances_has_one_effect_and_the_same_answer()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);
        var parcel = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => (n % 2 == 0 ? one : other).Add(parcel, 10, cause: Key("k1"))));

        Assert.Single(answers.Select(answer => answer.Written).Distinct());
        Assert.Equal(1, await one.Scalar<long>("select count(*) from mt_events"));
    }

    [Fact]
    public async Task A_creating_request_makes_the_same_thing_when_repeated()
    {
        var (first, again, others) = (CauseOf("an", "k1"), CauseOf("an", "k1"), CauseOf("binh", "k1"));

        Assert.Equal(first.NewId(), again.NewId());
        Assert.NotEqual(first.NewId(), others.NewId());
        Assert.NotEqual(new Cause().NewId(), new Cause().NewId());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Another_request_under_the_same_key_is_refused()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 10, cause: Key("k1"));

        var refused = await Assert.ThrowsAsync<Refused>(() => one.Add(parcel, 11, cause: Key("k1", hash: "other body")));

        Assert.Equal(Problem.KeyReused, refused.Problem);
    }

    [Fact]
    public async Task Two_callers_may_use_the_same_key()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();

        await one.Add(parcel, 1, cause: Key("k1"));
        var other = await one.Add(parcel, 2, cause: cause =>
        {
            Key("k1")(cause);
            cause.By = "binh";
        });

        Assert.Equal(2, other.Version);
    }

    private static Cause CauseOf(string by, string key) => new() { By = by, Target = "POST /v1/parcels", IdempotencyKey = key };

    private static Action<Cause> Key(string key, string hash = "body") => cause => (cause.By, cause.IdempotencyKey, cause.RequestHash) = ("an", key, hash);
}
