using System.Net;
using System.Text.RegularExpressions;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>An official's browser without script: keeps cookies, follows nothing by itself, fills in the forms that the page has.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private readonly HttpClient http;

    public Browser(Uri address) => http = new(handler) { BaseAddress = address };

    public string Cookies => handler.CookieContainer.GetCookieHeader(http.BaseAddress!);

    public static async Task<Browser> SignedIn(City city, string organisation, string subject = "official-hoa", string role = "leader") =>
        await WithToken(city, await city.Processes.Tokens.Official(subject, organisation, [role]));

    public static async Task<Browser> WithToken(City city, string token)
    {
        var browser = new Browser(city.Processes.Gateway);
        var page = await browser.Get("/desk/sign-in?back=%2Fdesk");
        var entered = await browser.Post("/desk/sign-in/token", page, ("back", "/desk"), ("token", token));
        Assert.Equal("/desk", entered.Location);
        return browser;
    }

    public async Task<Shown> Get(string path)
    {
        using var answer = await http.GetAsync(path);
        return await Shown.Of(answer);
    }

    /// <summary>Sends a form of the page, with the page's token.</summary>
    public Task<Shown> Post(string path, Shown page, params (string Name, string Value)[] fields) => Post(path, page.Token, fields);

    public async Task<Shown> Post(string path, string token, params (string Name, string Value)[] fields)
    {
        using var answer = await http.PostAsync(path, new FormUrlEncodedContent(fields.Append(("_token", token)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2))));
        return await Shown.Of(answer);
    }

    /// <summary>Sends what no page of ours would.</summary>
    public async Task<Shown> Send(string path, HttpContent content)
    {
        using var answer = await http.PostAsync(path, content);
        return await Shown.Of(answer);
    }

    /// <summary>Sends the form of a report's page that has a file.</summary>
    public Task<Shown> Attach(string report, Shown page, byte[]? file, string name = "photo.png") => Attach(report, page.Token, file, name);

    public async Task<Shown> Attach(string report, string token, byte[]? file, string name = "photo.png")
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "_token" }, { new StringContent("attachments"), "_step" }, { new StringContent($"/desk/reports/{report}"), "_back" } };
        if (file is not null) form.Add(new ByteArrayContent(file), "file", name);
        return await Send($"/desk/act/reports/{report}/attachments", form);
    }

    /// <summary>Takes a step on a report's page.</summary>
    public Task<Shown> Step(string report, Shown page, string step, params (string Name, string Value)[] fields) =>
        Post($"/desk/act/reports/{report}/{step}", page, [("_step", step), ("_back", $"/desk/reports/{report}"), .. fields]);

    public void Dispose()
    {
        http.Dispose();
        handler.Dispose();
    }
}

internal sealed partial record Shown(int Status, string Text, string? Location, string Policy)
{
    public string Token => Form().Match(Text) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException($"No form in {Text}");

    public static async Task<Shown> Of(HttpResponseMessage answer) => new(
        (int)answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), answer.Headers.Location?.OriginalString,
        answer.Headers.TryGetValues("Content-Security-Policy", out var policy) ? string.Join(';', policy) : "");

    public Shown Is(int status)
    {
        Assert.True(status == Status, $"Expected {status}, got {Status}: {Text}");
        return this;
    }

    public bool Has(string text) => Text.Contains(text, StringComparison.Ordinal);

    [GeneratedRegex("name=\"_token\" value=\"([^\"]+)\"")]
    private static partial Regex Form();
}
