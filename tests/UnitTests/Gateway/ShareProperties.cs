using Ecosystem.Gateway.Limits;
using FsCheck;
using FsCheck.Fluent;

namespace Ecosystem.UnitTests.Gateway;

/// <summary>What holds for any spread of one client's requests over several gateways that share a quota by leases.</summary>
public sealed class ShareProperties
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private sealed record Rush(int Quota, int Gateways, int[] Requests);

    private static readonly Arbitrary<Rush> Rushes = Arb.From(
        from quota in Gen.Choose(1, 600)
        from gateways in Gen.Choose(1, 5)
        from requests in Gen.ArrayOf(Gen.Choose(0, gateways - 1), quota * 3)
        select new Rush(quota, gateways, requests));

    [Fact]
    public void A_client_that_asks_for_more_gets_its_quota_within_five_percent() => Prop.ForAll(Rushes, rush =>
    {
        var admitted = Admitted(rush, closed: false);

        var slack = Math.Max(rush.Gateways, rush.Quota / 20); // each gateway may give one away on credit
        Assert.InRange(admitted, rush.Quota - slack, rush.Quota + slack);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_a_closed_class_never_more_than_the_quota_gets_through() => Prop.ForAll(Rushes, rush =>
        Assert.InRange(Admitted(rush, closed: true), rush.Quota - Math.Max(rush.Gateways, rush.Quota / 20), rush.Quota)).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Whoever_asks_seldom_costs_no_lease()
    {
        var asked = 0;
        var share = new Share(new("read", 300, 1), closed: false, lease => Task.FromResult<Grant?>(new(++asked, 0)));

        foreach (var second in Enumerable.Range(0, 100))
            Assert.True((await share.Take(Now.AddSeconds(second)))!.Allowed);

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task Without_the_database_a_gateway_counts_for_itself_and_a_closed_class_is_not_served()
    {
        var open = new Share(new("read", 10, 60), closed: false, _ => Task.FromResult<Grant?>(null));
        var closed = new Share(new("broadcast", 10, 60), closed: true, _ => Task.FromResult<Grant?>(null));

        var answers = await Task.WhenAll(Enumerable.Range(0, 15).Select(_ => open.Take(Now).AsTask()));

        Assert.Equal(10, answers.Count(standing => standing!.Allowed));
        Assert.Null(await closed.Take(Now));
    }

    [Fact]
    public async Task A_refusal_ends_with_the_window_and_not_before()
    {
        var share = new Share(new("read", 1, 60), closed: false, lease => Task.FromResult<Grant?>(new(0, 1)));
        var start = DateTimeOffset.FromUnixTimeSeconds(Now.ToUnixTimeSeconds() / 60 * 60);
        Assert.True((await share.Take(start))!.Allowed);

        Assert.Equal((false, 0, 51), await Told(start.AddSeconds(9.5)));
        Assert.Equal((false, 0, 1), await Told(start.AddSeconds(59.9)));
        Assert.Equal((true, 0, 60), await Told(start.AddSeconds(60)));

        async Task<(bool, int, int)> Told(DateTimeOffset at) => await share.Take(at) is { } standing ? (standing.Allowed, standing.Remaining, standing.ResetSeconds) : default;
    }

    private static int Admitted(Rush rush, bool closed)
    {
        var leased = 0;
        var shares = Enumerable.Range(0, rush.Gateways).Select(_ => new Share(new("read", rush.Quota, 3600), closed, lease => Task.FromResult<Grant?>(Give(lease)))).ToArray();
        return rush.Requests.Count(gateway => shares[gateway].Take(Now).AsTask().GetAwaiter().GetResult()!.Allowed);

        // As the statement in the database does it.
        Grant Give(Lease lease)
        {
            var granted = Math.Max(0, Math.Min(lease.Wanted, (lease.Quota - leased - lease.Owed + 3) / 4));
            leased += lease.Owed + granted;
            return new(granted, leased);
        }
    }
}
