using System.Net;
using Ecosystem.EndToEnd.Identity;
using Microsoft.AspNetCore.Authentication;
using static Ecosystem.EndToEnd.Desk.IssuerPages;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>Officials sign in at the desk by the certified oidc-provider: authorization code with PKCE.</summary>
[Collection<BesideTheCity>]
public sealed class IssuerSignInTests(City city) : IAsyncLifetime
{
    private const string Official = "hoa@officer@01.00082.UBND", Failed = "/desk/sign-in?failed=true";

    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.Start(city);

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task An_official_comes_in_by_the_issuers_page_and_is_out_for_good_after_signing_out()
    {
        using var browser = Browser();
        Assert.Equal("/desk/sign-in?back=%2Fdesk%2Fmap", (await browser.Get("/desk/map")).Is(302).Location);
        Assert.Contains("/desk/sign-in/start?back=%2Fdesk%2Fmap", (await browser.Get("/desk/sign-in?back=%2Fdesk%2Fmap")).Is(200).Text, StringComparison.Ordinal);
        var asked = await browser.Start("/desk/map");
        Assert.Equal(("code", "S256", "desk", "openid", "login"), (Parameter(asked, "response_type"), Parameter(asked, "code_challenge_method"), Parameter(asked, "client_id"), Parameter(asked, "scope"), Parameter(asked, "prompt")));
        Assert.Equal(new Uri(town.Entrances[0], "/desk/signed-in").AbsoluteUri, Parameter(asked, "redirect_uri"));

        Assert.Equal("/desk/map", (await browser.Get((await browser.Enter(asked, Official)).PathAndQuery)).Is(302).Location);
        var page = (await browser.Get("/desk")).Is(200);
        Assert.True(page.Has(Official) && page.Has("01.00082.UBND"));
        Assert.True(browser.Session is { HttpOnly: true });
        foreach (var service in (string[])["access_token", "code"]) Assert.DoesNotContain(service, browser.Session!.Value, StringComparison.Ordinal);

        var copied = new CookieContainer();
        copied.Add(town.Entrances[0], new Cookie("desk", browser.Session.Value));
        using var thief = new IssuerPages(town.Entrances[0], copied);
        (await thief.Get("/desk")).Is(200);
        Assert.Equal("/desk/sign-in", (await browser.Post("/desk/sign-out", page)).Is(302).Location);
        Assert.Null(browser.Session);
        (await browser.Get("/desk")).Is(302);
        Assert.StartsWith("/desk/sign-in", (await thief.Get("/desk")).Is(302).Location, StringComparison.Ordinal);

        // The issuer remembers the person, and asks all the same: Enter finds its form.
        Assert.Equal("/desk", (await browser.SignIn(Official)).Is(302).Location);
        (await browser.Get("/desk")).Is(200);
    }

    [Fact]
    public async Task Nobody_comes_in_by_a_forged_or_foreign_way_back()
    {
        using var browser = Browser();
        var back = await browser.Enter(await browser.Start(), Official);
        var (code, state) = (Parameter(back, "code"), Parameter(back, "state"));
        string[] wrong =
        [
            "/desk/signed-in", $"/desk/signed-in?state={state}", $"/desk/signed-in?code={code}", $"/desk/signed-in?code={code}&state={state}x", $"/desk/signed-in?code={code}&state=nonsense",
            $"/desk/signed-in?error=access_denied&state={state}", $"/desk/signed-in?code=guessed&state={Uri.EscapeDataString(Parameter(await browser.Start(), "state"))}",
        ];
        foreach (var path in wrong)
        {
            var answer = await browser.Get(path);
            Assert.Equal((302, Failed, path), (answer.Status, answer.Location, path));
            Assert.Null(browser.Session);
        }

        Assert.True((await browser.Get(Failed)).Is(200).Has("role=\"alert\""));

        // Somebody else's browser does not know this state; nor does this one's next sign-in know this code, which is what a nonce would say.
        using var victim = Browser();
        var foreign = await browser.Enter(await browser.Start(), Official);
        Assert.Equal(Failed, (await victim.Get(foreign.PathAndQuery)).Is(302).Location);
        var next = Parameter(await victim.Start(), "state");
        Assert.Equal(Failed, (await victim.Get($"/desk/signed-in?code={Parameter(foreign, "code")}&state={Uri.EscapeDataString(next)}")).Is(302).Location);
        Assert.Null(victim.Session);
    }

    [Fact]
    public async Task A_code_is_good_once_a_citizen_is_no_official_and_nobody_is_led_elsewhere()
    {
        using var browser = Browser();
        var back = await browser.Enter(await browser.Start("https://elsewhere.example/desk"), Official);
        Assert.Equal("/desk", (await browser.Get(back.PathAndQuery)).Is(302).Location);
        Assert.Equal(Failed, (await browser.Get(back.PathAndQuery)).Is(302).Location);
        foreach (var elsewhere in (string[])["//elsewhere.example", "/\\elsewhere.example", "/desk\\..\\x", "javascript:alert(1)", "/deskx"])
        {
            using var other = Browser();
            Assert.Equal("/desk", (await other.SignIn(Official, elsewhere)).Is(302).Location);
        }

        using var citizen = Browser();
        Assert.Equal(Failed, (await citizen.SignIn("nguyen-thi-mai")).Is(302).Location);
        Assert.Null(citizen.Session);

        using var somebody = Browser();
        var asked = (await somebody.Start()).AbsoluteUri;
        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(asked.Replace("signed-in", "elsewhere", StringComparison.Ordinal))).StatusCode);

        await town.Issuer.Stop();
        using var late = Browser();
        Assert.Equal(302, (await late.Get("/desk/sign-in/start")).Status);
        (await browser.Get("/desk")).Is(200);
    }

    [Fact]
    public async Task A_session_is_over_after_fifteen_idle_minutes_and_after_nine_hours_however_busy()
    {
        using var browser = Browser();
        await browser.SignIn(Official);
        var (session, now) = (browser.Session!, DateTimeOffset.UtcNow);
        async Task<int> Status(Action<AuthenticationProperties> change)
        {
            var cookies = new CookieContainer();
            cookies.Add(town.Entrances[0], DeskCookie.Changed(session, change));
            using var later = new IssuerPages(town.Entrances[0], cookies);
            return (await later.Get("/desk")).Status;
        }

        void Began(AuthenticationProperties properties, TimeSpan before) => (properties.IssuedUtc, properties.ExpiresUtc) = (properties.IssuedUtc - before, properties.ExpiresUtc - before);
        Assert.Equal((200, 302), (await Status(properties => Began(properties, TimeSpan.FromMinutes(14))), await Status(properties => Began(properties, TimeSpan.FromMinutes(16)))));
        Assert.InRange(DateTimeOffset.Parse(DeskCookie.Of(session).GetString("until")!, null), now.AddHours(8.9), now.AddHours(9));
        Assert.Equal((200, 302), (await Status(properties => properties.SetString("until", $"{now.AddMinutes(1):O}")), await Status(properties => properties.SetString("until", $"{now.AddMinutes(-1):O}"))));
    }

    private IssuerPages Browser() => new(town.Entrances[0]);
}
