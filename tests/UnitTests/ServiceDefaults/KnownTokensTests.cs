using System.Security.Cryptography;
using Ecosystem.ServiceDefaults;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.UnitTests.ServiceDefaults;

public sealed class KnownTokensTests
{
    private readonly ECDsaSecurityKey key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)), other = new(ECDsa.Create(ECCurve.NamedCurves.nistP256));
    private readonly Hands clock = new();
    private readonly KnownTokens tokens;

    public KnownTokensTests() => tokens = new(clock);

    [Theory]
    [InlineData(3600, 59, true)]     // remembered: the key that signed it is not asked for
    [InlineData(3600, 61, false)]    // after a minute it is checked anew
    [InlineData(30, 29, true)]
    [InlineData(30, 31, false)]      // never beyond its end
    public async Task A_good_token_is_remembered_for_a_minute_and_not_beyond_its_end(int goodFor, int later, bool remembered)
    {
        var token = Token(goodFor);
        Assert.True((await tokens.ValidateTokenAsync(token, By(key))).IsValid);

        clock.Now += TimeSpan.FromSeconds(later);

        Assert.Equal(remembered, (await tokens.ValidateTokenAsync(token, By(other))).IsValid);
    }

    [Fact]
    public async Task What_was_refused_is_checked_again_and_a_changed_token_is_another_one()
    {
        var token = Token(3600);

        Assert.False((await tokens.ValidateTokenAsync(token, By(other))).IsValid);
        Assert.True((await tokens.ValidateTokenAsync(token, By(key))).IsValid);
        Assert.False((await tokens.ValidateTokenAsync(token[..^2] + (token[^2] == 'A' ? "BB" : "AA"), By(key))).IsValid);
    }

    [Fact]
    public async Task Only_of_a_good_token_the_issuer_is_known()
    {
        var token = Token(3600);
        await tokens.ValidateTokenAsync(token, By(other));
        Assert.Null(tokens.IssuerOf(token));

        await tokens.ValidateTokenAsync(token, By(key));

        Assert.Equal("issuer", tokens.IssuerOf(token));
    }

    private string Token(int seconds) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "issuer", Audience = "audience", NotBefore = clock.Now.UtcDateTime, IssuedAt = clock.Now.UtcDateTime, Expires = clock.Now.UtcDateTime.AddSeconds(seconds),
        SigningCredentials = new(key, SecurityAlgorithms.EcdsaSha256),
    });

    private static TokenValidationParameters By(SecurityKey key) => new() { ValidIssuer = "issuer", ValidAudience = "audience", IssuerSigningKey = key };

    private sealed class Hands : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
