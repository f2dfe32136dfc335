using System.Security.Cryptography;
using Ecosystem.Gateway.Tokens;

namespace Ecosystem.UnitTests.Gateway;

public class KeyRingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_key_signs_at_once() => Assert.Equal("a", new KeyRing([Key("a", TimeSpan.Zero)]).Signing(Now).Kid);

    [Fact]
    public void A_new_key_signs_when_everybody_has_had_the_time_to_fetch_it()
    {
        KeyRing Ring(TimeSpan age) => new([Key("new", age), Key("old", TimeSpan.FromDays(30))]);

        Assert.Equal("old", Ring(TimeSpan.FromMinutes(14)).Signing(Now).Kid);
        Assert.Equal("new", Ring(TimeSpan.FromMinutes(15)).Signing(Now).Kid);
    }

    [Fact]
    public void An_old_key_stays_until_its_last_token_is_over()
    {
        KeyRing Ring(TimeSpan age) => new([Key("new", age), Key("old", TimeSpan.FromDays(30)), Key("older", TimeSpan.FromDays(60))]);

        Assert.Equal(["older"], Ring(TimeSpan.FromMinutes(25)).Over(Now).Select(key => key.Kid));
        Assert.Equal(["old", "older"], Ring(TimeSpan.FromMinutes(26)).Over(Now).Select(key => key.Kid));
    }

    [Fact]
    public void There_is_a_new_key_every_thirty_days()
    {
        Assert.True(new KeyRing([]).NeedsNew(Now));
        Assert.False(new KeyRing([Key("a", TimeSpan.FromDays(29))]).NeedsNew(Now));
        Assert.True(new KeyRing([Key("a", TimeSpan.FromDays(30))]).NeedsNew(Now));
    }

    private static SigningKey Key(string kid, TimeSpan age) => new(new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = kid }, Now - age);
}
