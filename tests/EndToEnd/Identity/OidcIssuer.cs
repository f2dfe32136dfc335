using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>The certified oidc-provider as a process: what a province's issuer does, and not what ours would like.</summary>
internal sealed class OidcIssuer(Workspace workspace) : IAsyncDisposable
{
    private readonly string keyFile = workspace.SecretFile("oidc-keys.json");

    private readonly BackgroundProcess process = new(workspace, "oidc", new Command("node", "issuer.mjs", $"{workspace.Ports.Issuer}", workspace.SecretFile("oidc-keys.json")) { Directory = Folder });

    public static string Folder { get; } = Workspace.OfTests.Folder("oidc");

    public Uri Address { get; } = new($"http://127.0.0.1:{workspace.Ports.Issuer}");

    public string Name => Address.GetLeftPart(UriPartial.Authority);

    private HttpClient Http { get; } = new() { BaseAddress = new($"http://127.0.0.1:{workspace.Ports.Issuer}") };

    public static Task Install() => NodePackages.Install("oidc", Folder, CancellationToken.None);

    /// <param name="keys">The first ones sign, the others are published beside them.</param>
    public async Task Start(params IssuerKeys[] keys)
    {
        await Install();
        await Write(keys);
        process.Start();
        await Eventually.Holds(async () => await Answers(), "The issuer answers");
    }

    public async Task Turn(params IssuerKeys[] keys)
    {
        await Write(keys);
        await Http.GetStringAsync("/control/keys");
    }

    public Task Stop() => process.Stop(TimeSpan.FromSeconds(5));

    /// <summary>How often anybody has fetched its keys.</summary>
    public async Task<int> KeyFetches() => JsonNode.Parse(await Http.GetStringAsync("/control/counts"))!["/jwks"]!.GetValue<int>();

    /// <summary>A system's token by client credentials; the client's name says which algorithm the issuer signs with.</summary>
    public async Task<string> SystemToken(string client, string scope = "feedback.read")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = scope }) };
        request.Headers.Authorization = Basic(client);
        using var answer = await Http.SendAsync(request);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]?.GetValue<string>() ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public static AuthenticationHeaderValue Basic(string client) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{Uri.EscapeDataString("a secret of tests alone")}")));

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Http.Dispose();
    }

    private Task Write(IssuerKeys[] keys) => File.WriteAllTextAsync(keyFile, new JsonObject { ["keys"] = new JsonArray([.. keys.SelectMany(key => key.Private)]) }.ToJsonString());

    private async Task<bool> Answers()
    {
        try
        {
            return (await Http.GetAsync("/control/counts")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
