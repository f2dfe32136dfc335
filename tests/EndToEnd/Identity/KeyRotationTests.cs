using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>An issuer's keys turn, it is flooded with questions, it goes away: whoever has a good token notices nothing.</summary>
[Collection<BesideTheCity>]
public sealed class KeyRotationTests(City city) : IAsyncLifetime
{
    private const string Taken = "200 200", Refused = "401 401";

    private readonly IssuerKeys stranger = new("stranger");

    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.Start(city);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task New_keys_are_fetched_unknown_ones_do_not_hammer_the_issuer_and_known_ones_outlive_it()
    {
        var old = await town.Issuer.SystemToken("case-system-rs256");
        Assert.Equal(Taken, await town.Statuses(old));
        var second = new IssuerKeys("second");
        await town.Issuer.Turn(second, town.Keys);
        var fresh = await town.Issuer.SystemToken("case-system-rs256");

        Assert.Equal(Taken, await town.Statuses(fresh));
        Assert.Equal(Taken, await town.Statuses(old));

        await FloodIsHeldBack();
        await town.Issuer.Stop();
        Assert.Equal(Taken, await town.Statuses(fresh));
        Assert.Equal(Taken, await town.Statuses(old));
        Assert.Equal(Refused, await town.Statuses(Unknown(1)));
    }

    private async Task FloodIsHeldBack()
    {
        var before = await town.Issuer.KeyFetches();
        var statuses = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => town.Statuses(Unknown(n))));

        Assert.All(statuses, pair => Assert.Equal(Refused, pair));
        Assert.InRange(await town.Issuer.KeyFetches() - before, 0, 2 * town.Entrances.Length);
    }

    /// <summary>A token under a key that nobody has ever heard of.</summary>
    private string Unknown(int n) => stranger.Sign(
        new SecurityTokenDescriptor { Issuer = town.Issuer.Name, Audience = "ecosystem", Expires = DateTime.UtcNow.AddMinutes(5), Claims = new Dictionary<string, object> { ["sub"] = "an" } }, $"unknown-{n}");
}
