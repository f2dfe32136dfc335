using Ecosystem.Gateway.Forwarding;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Gateway;

public sealed class RetryBudgetProperties
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private static readonly Arbitrary<int[]> Loads = Arb.From(Gen.ArrayOf(Gen.Choose(0, 400), 30));

    [Fact]
    public void However_the_load_goes_each_retry_is_among_a_tenth_of_the_last_ten_seconds_or_among_twenty() => Prop.ForAll(Loads, load =>
    {
        var budget = new RetryBudget();
        var (requests, retries) = (new int[load.Length], new int[load.Length]);
        foreach (var second in load.SelectMany((count, second) => Enumerable.Repeat(second, count)))
        {
            var lately = Math.Max(0, second - 9)..(second + 1);
            budget.Request(Now.AddSeconds(second));
            requests[second]++;
            if (!budget.TryRetry(Now.AddSeconds(second))) continue;
            retries[second]++;
            Assert.InRange(retries[lately].Sum(), 1, Math.Max(20, requests[lately].Sum() / 10 + 1));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Few_failures_among_many_requests_are_all_tried_again()
    {
        var budget = new RetryBudget();
        for (var request = 0; request < 1000; request++) budget.Request(Now);

        Assert.Equal(100, Enumerable.Range(0, 200).Count(_ => budget.TryRetry(Now)));
    }

    [Fact]
    public void Ten_seconds_later_there_are_new_ones()
    {
        var budget = new RetryBudget();

        Assert.Equal(20, Enumerable.Range(0, 50).Count(_ => budget.TryRetry(Now)));
        Assert.False(budget.TryRetry(Now.AddSeconds(9)));
        Assert.True(budget.TryRetry(Now.AddSeconds(10)));
    }
}
