using Ecosystem.Gateway.Partners;
using Ecosystem.Gateway.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.UnitTests.Gateway;

public class TokenSettingsTests
{
    [Fact]
    public void The_gateway_issues_no_tokens_unless_it_is_told_to()
    {
        Assert.Null(From(null, Environments.Production));
        Assert.Null(From("", Environments.Production));
    }

    [Fact]
    public void It_issues_them_under_its_public_address()
    {
        var settings = From("https://gateway.example/api", Environments.Production)!;

        Assert.Equal(("https://gateway.example/api/oauth2/token", "ecosystem"), (settings.Endpoint, settings.Audience));
        Assert.NotNull(From("http://127.0.0.1:27500", Environments.Development));
    }

    [Fact]
    public void Tokens_for_the_sandbox_have_another_audience()
    {
        var (settings, live) = (From("https://gateway.example", Environments.Production)!, new Credential(Guid.Empty, Key: null, "hash", default));

        Assert.Equal(("ecosystem", "ecosystem-sandbox"), (settings.AudienceOf(live), settings.AudienceOf(live with { Sandbox = true })));
    }

    [Theory]
    [InlineData("http://gateway.example")]
    [InlineData("https://gateway.example/")]
    [InlineData("gateway.example")]
    public void An_address_that_cannot_be_one_stops_the_start(string address) =>
        Assert.Throws<InvalidOperationException>(() => From(address, Environments.Production));

    [Fact]
    public void A_gateway_whose_tokens_nobody_would_take_does_not_start()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => From("https://gateway.example", Environments.Production, "https://id.example, https://gateway.example/"));

        Assert.Contains("ECOSYSTEM_ISSUER must name https://gateway.example too", fault.Message, StringComparison.Ordinal);
    }

    private static TokenSettings? From(string? address, string environment, string? issuers = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ECOSYSTEM_GATEWAY_ISSUER"] = address, ["ECOSYSTEM_ISSUER"] = issuers ?? $"https://id.example, {address}" });
        return TokenSettings.From(builder.Configuration, builder.Environment);
    }
}
