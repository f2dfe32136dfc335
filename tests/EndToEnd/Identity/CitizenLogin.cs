using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Web;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>The city app's way to a citizen's token: authorization code with PKCE, the person at the issuer's own pages.</summary>
internal static partial class CitizenLogin
{
    private const string Callback = "http://127.0.0.1/callback";

    public static async Task<string> Token(OidcIssuer issuer, string person)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = issuer.Address };
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var page = await Follow(browser, $"/auth?client_id=city-app&response_type=code&scope=openid%20feedback.read%20feedback.submit&code_challenge={challenge}&code_challenge_method=S256&redirect_uri={Uri.EscapeDataString(Callback)}");
        page = await Submit(browser, page, new() { ["prompt"] = "login", ["login"] = person, ["password"] = "any" });
        page = await Submit(browser, page, new() { ["prompt"] = "consent" });
        var code = HttpUtility.ParseQueryString(new Uri(page).Query)["code"] ?? throw new InvalidOperationException(page);
        return await Redeem(browser, code, verifier);
    }

    /// <summary>Goes where it is sent until there is a page to read, or the callback.</summary>
    private static async Task<string> Follow(HttpClient browser, string address)
    {
        while (!address.StartsWith(Callback, StringComparison.Ordinal))
        {
            using var answer = await browser.GetAsync(address);
            if (answer.Headers.Location is not { } next) return await answer.Content.ReadAsStringAsync();
            address = next.OriginalString;
        }

        return address;
    }

    private static async Task<string> Submit(HttpClient browser, string page, Dictionary<string, string> form)
    {
        var action = Action().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException(page);
        using var answer = await browser.PostAsync(action, new FormUrlEncodedContent(form));
        return await Follow(browser, answer.Headers.Location!.OriginalString);
    }

    private static async Task<string> Redeem(HttpClient browser, string code, string verifier)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = verifier }),
        };
        request.Headers.Authorization = OidcIssuer.Basic("city-app");
        using var answer = await browser.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]?.GetValue<string>() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
