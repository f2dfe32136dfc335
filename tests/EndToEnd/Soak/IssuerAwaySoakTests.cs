using System.Diagnostics;
using Ecosystem.EndToEnd.Identity;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>The issuer is away for longer than ten minutes, after which its keys are fetched anew. Run by deploy/soak, not with the other tests.</summary>
[Collection<BesideTheCity>]
public sealed class IssuerAwaySoakTests(City city) : IAsyncLifetime
{
    private const string Taken = "200 200";
    private static readonly TimeSpan Away = TimeSpan.FromMinutes(11), Pause = TimeSpan.FromSeconds(20);

    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.Start(city);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact(Explicit = true)]
    public async Task Known_keys_go_on_working_all_the_while_and_new_ones_are_known_soon_after()
    {
        Assert.Equal(Taken, await town.Statuses(Fresh()));
        await town.Issuer.Stop();

        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Away; await Task.Delay(Pause)) Assert.Equal(Taken, await town.Statuses(Fresh()));

        await town.Issuer.Start(new IssuerKeys("second"), town.Keys);
        await Eventually.Holds(async () => await town.Statuses(await town.Issuer.SystemToken("case-system-rs256")) == Taken, "new keys are known", TimeSpan.FromMinutes(1));
    }

    /// <summary>A token that no process remembers.</summary>
    private string Fresh() => town.Keys.Sign(new SecurityTokenDescriptor
    {
        Issuer = town.Issuer.Name, Audience = "ecosystem", Expires = DateTime.UtcNow.AddMinutes(5), Claims = new Dictionary<string, object> { ["sub"] = $"an-{Guid.NewGuid():N}" },
    });
}
