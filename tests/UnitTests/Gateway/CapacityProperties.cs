using Ecosystem.Gateway.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Gateway;

/// <summary>What holds for load shedding under any load.</summary>
public sealed class CapacityProperties
{
    private static readonly double[] Parts = [1, 0.85, 0.7, 0.5]; // submit, read, analytics, export
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    /// <summary>One thing that happens: a request of a class comes, or the oldest one in flight is answered after a time.</summary>
    private sealed record Step(int Class, bool Leaves, int Milliseconds);

    private static readonly Arbitrary<Step[]> Loads = Arb.From(Gen.ArrayOf(
        from requestClass in Gen.Choose(0, Parts.Length - 1)
        from leaves in Gen.Frequency((3, Gen.Constant(false)), (2, Gen.Constant(true)))
        from milliseconds in Gen.Choose(0, 2500)
        select new Step(requestClass, leaves, milliseconds), 400));

    [Fact]
    public void Whenever_a_class_is_served_every_more_important_one_would_be_too() => Played((capacity, _) =>
    {
        var served = Parts.Select(part => Probe(capacity, part)).ToList();

        Assert.Equal(served.OrderDescending(), served);
    });

    [Fact]
    public void The_capacity_stays_between_its_bounds_and_no_more_are_in_flight_than_it_allowed() => Played((capacity, inFlight) =>
    {
        Assert.InRange(capacity.Limit, 8, 40);
        Assert.InRange(inFlight, 0, 40);
    });

    [Fact]
    public void Slow_answers_take_capacity_down_to_the_least_and_quick_ones_bring_it_back()
    {
        var capacity = New();

        var seconds = Enumerable.Range(0, 60).Select(second => Second(capacity, Now.AddSeconds(second), TimeSpan.FromMilliseconds(second < 20 ? 900 : 100))).ToList();

        Assert.Equal(8, seconds[19]);
        Assert.Equal(40, seconds[59]);
        Assert.Equal(seconds[..20].OrderDescending(), seconds[..20]);
        Assert.Equal(seconds[20..].Order(), seconds[20..]);
    }

    [Fact]
    public void What_says_nothing_about_the_services_changes_nothing()
    {
        var capacity = New();
        foreach (var second in Enumerable.Range(0, 10))
        {
            capacity.TryEnter(0.5);
            capacity.Leave(Now.AddSeconds(second), took: null);
        }

        Assert.Equal(40, capacity.Limit);
    }

    private static void Played(Action<Capacity, int> holds) => Prop.ForAll(Loads, steps =>
    {
        var (capacity, inFlight, now) = (New(), 0, Now);
        foreach (var step in steps)
        {
            now = now.AddMilliseconds(50);
            if (!step.Leaves && capacity.TryEnter(Parts[step.Class]))
                inFlight++;
            else if (step.Leaves && inFlight-- > 0)
                capacity.Leave(now, TimeSpan.FromMilliseconds(step.Milliseconds));
            inFlight = Math.Max(0, inFlight);
            holds(capacity, inFlight);
        }
    }).QuickCheckThrowOnFailure();

    private static bool Probe(Capacity capacity, double part)
    {
        if (!capacity.TryEnter(part)) return false;
        capacity.Leave(DateTimeOffset.MinValue, took: null);
        return true;
    }

    /// <summary>As many as fit, each answered after that time.</summary>
    private static double Second(Capacity capacity, DateTimeOffset end, TimeSpan took)
    {
        var entered = Enumerable.Range(0, 100).Count(_ => capacity.TryEnter(1));
        for (var n = 0; n < entered; n++) capacity.Leave(end.AddMilliseconds(n - entered), took);
        return capacity.Limit;
    }

    private static Capacity New() => new(new SheddingSettings { Least = 8, Most = 40, TargetMilliseconds = 500 });
}
