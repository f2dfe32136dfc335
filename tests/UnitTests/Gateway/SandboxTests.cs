using System.Security.Claims;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Limits;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecosystem.UnitTests.Gateway;

public class SandboxTests
{
    private static readonly SandboxAudience Audience = new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ECOSYSTEM_AUDIENCE"] = "city" }).Build());

    [Theory]
    [InlineData("city", false)]
    [InlineData("city-sandbox", true)]
    public void The_tokens_audience_decides(string audience, bool isSandbox)
    {
        var http = Request(null);
        Recognise(http, audience);

        Assert.Equal((isSandbox, isSandbox ? "sandbox" : "system"), (Audience.IsShownBy(http), Client.Of(http).Kind));
    }

    [Fact]
    public void What_a_token_says_counts_also_when_it_is_not_valid()
    {
        Assert.True(Audience.IsShownBy(Request($"Bearer {Token("city-sandbox")}")));
        Assert.True(Audience.IsShownBy(Request($"bearer  {Token("city-sandbox")} ")));
        Assert.False(Audience.IsShownBy(Request($"Bearer {Token("city")}")));
        Assert.False(Audience.IsShownBy(Request("Bearer gibberish")));
        Assert.False(Audience.IsShownBy(Request("Basic YTpi")));
        Assert.False(Audience.IsShownBy(Request(null)));
    }

    [Fact]
    public async Task The_gateways_own_endpoints_are_closed_to_the_sandbox_unless_they_say_otherwise()
    {
        Assert.Equal("not-in-sandbox", await Refusal("city-sandbox", new RequiredScope("partners.manage")));
        Assert.Null(await Refusal("city-sandbox", new RequiredScope("calls.read"), new ServesSandbox()));
        Assert.Null(await Refusal("city-sandbox"));
        Assert.Null(await Refusal("city", new RequiredScope("partners.manage")));
    }

    [Fact]
    public async Task A_token_for_the_sandbox_that_is_not_valid_is_not_taken_for_nobody()
    {
        var refused = await Assert.ThrowsAsync<Refused>(() => new SandboxRequests(_ => Task.CompletedTask, Audience).InvokeAsync(Request($"Bearer {Token("city-sandbox")}")));

        Assert.Equal("unauthenticated", refused.Problem.Type);
    }

    private static async Task<string?> Refusal(string audience, params object[] metadata)
    {
        var http = Request(null);
        Recognise(http, audience);
        http.SetEndpoint(new Endpoint(null, new(metadata), "an endpoint"));
        return (await Record.ExceptionAsync(() => new SandboxRequests(_ => Task.CompletedTask, Audience).InvokeAsync(http)) as Refused)?.Problem.Type;
    }

    private static DefaultHttpContext Request(string? authorization) => new()
    {
        RequestServices = new ServiceCollection().AddSingleton(Audience).BuildServiceProvider(),
        Request = { Headers = { Authorization = authorization } },
    };

    private static void Recognise(HttpContext http, string audience)
    {
        http.User = new(new ClaimsIdentity([new("aud", audience)], "Bearer"));
        http.Features.Set<Caller>(new SystemClient("31/a/b", []));
    }

    private static string Token(string audience) => new JsonWebTokenHandler().CreateToken($$"""{"aud":"{{audience}}"}""");
}
