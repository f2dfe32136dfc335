using System.Net;
using System.Text.RegularExpressions;
using System.Web;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>An official's browser between the desk and the issuer's own pages: goes where it is sent, and stops where the issuer sends it back to the desk.</summary>
internal sealed partial class IssuerPages : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient http;
    private readonly Uri desk;

    public IssuerPages(Uri desk, CookieContainer? cookies = null)
    {
        this.desk = desk;
        if (cookies is not null) handler.CookieContainer = cookies;
        http = new(handler) { BaseAddress = desk };
    }

    /// <summary>The desk's session, to be copied by a thief; null without one.</summary>
    public Cookie? Session => handler.CookieContainer.GetCookies(desk)["desk"];

    public async Task<Shown> Get(string path)
    {
        using var answer = await http.GetAsync(path);
        return await Shown.Of(answer);
    }

    public async Task<Shown> Post(string path, Shown page)
    {
        using var answer = await http.PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string> { ["_token"] = page.Token }));
        return await Shown.Of(answer);
    }

    /// <summary>From the desk's sign-in page to the issuer.</summary>
    public async Task<Uri> Start(string back = "/desk")
    {
        (await Get($"/desk/sign-in?back={Uri.EscapeDataString(back)}")).Is(200);
        return new((await Get($"/desk/sign-in/start?back={Uri.EscapeDataString(back)}")).Is(302).Location!);
    }

    /// <summary>Signs in at the issuer.</summary>
    /// <returns>Where the issuer leads back to, with code and state.</returns>
    public async Task<Uri> Enter(Uri authorize, string person)
    {
        var page = await Follow(authorize);
        Assert.Contains("name=\"login\"", page.Text, StringComparison.Ordinal);
        page = await Submit(page, new() { ["prompt"] = "login", ["login"] = person, ["password"] = "any" });
        for (var step = 0; page.At is null && step < 2; step++) page = await Submit(page, new() { ["prompt"] = "consent" });
        return page.At ?? throw new InvalidOperationException(page.Text);
    }

    public async Task<Shown> SignIn(string person, string back = "/desk") => await Get((await Enter(await Start(back), person)).PathAndQuery);

    public static string Parameter(Uri address, string name) => HttpUtility.ParseQueryString(address.Query)[name] ?? "";

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }

    private async Task<(string Text, Uri? At)> Submit((string Text, Uri? At) page, Dictionary<string, string> form)
    {
        var action = Action().Match(page.Text) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(page.Text);
        using var answer = await http.PostAsync(action, new FormUrlEncodedContent(form));
        return await Follow(new(new Uri(action), answer.Headers.Location!));
    }

    private async Task<(string Text, Uri? At)> Follow(Uri address)
    {
        while (address.Authority != desk.Authority)
        {
            using var answer = await http.GetAsync(address);
            if (answer.Headers.Location is not { } next) return (await answer.Content.ReadAsStringAsync(), null);
            address = new(address, next);
        }

        return ("", address);
    }

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
