using System.Net.Http.Json;
using System.Text.Json;

namespace Ecosystem.Local;

/// <summary>A partner's receiver of webhooks, which checks signatures with the official library of Standard Webhooks for Node.js.</summary>
public sealed class WebhookReceiver(Workspace workspace) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly BackgroundProcess process = new(workspace, "webhook-receiver", new Command("node", "receiver.js", $"{workspace.Ports.WebhookReceiver}") { Directory = workspace.Folder("webhooks") });

    private Uri Address => new($"http://127.0.0.1:{workspace.Ports.WebhookReceiver}/");

    /// <summary>Where the webhooks of a name go.</summary>
    public string UrlOf(string name) => $"{Address}hooks/{name}";

    public async Task Start(CancellationToken ct = default)
    {
        await NodePackages.Install("webhooks", workspace.Folder("webhooks"), ct);
        await FreePort.Wait("webhook-receiver", ct, workspace.Ports.WebhookReceiver);
        process.Start();
        if (!await Wait.For(async token => !process.Runs || await Answers(token), TimeSpan.FromSeconds(30), ct) || !process.Runs)
        {
            throw new LocalProblem($"The receiver of webhooks does not start; see {process.Log}:\n{process.LastLines()}");
        }
    }

    /// <summary>From now on a receiver that cannot be reached.</summary>
    public void Kill() => process.Kill();

    /// <summary>Says how the webhooks of a name are checked and answered.</summary>
    public async Task Set(string name, object behaviour, CancellationToken ct = default)
    {
        using var answer = await Http.PutAsJsonAsync(new Uri(Address, $"control/{name}"), behaviour, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>All that came, first to last.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> Received(string name, CancellationToken ct = default) =>
        await Http.GetFromJsonAsync<ReceivedWebhook[]>(new Uri(Address, $"control/{name}"), JsonSerializerOptions.Web, ct) ?? [];

    public async ValueTask DisposeAsync() => await process.Stop(TimeSpan.FromSeconds(2));

    private async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(Address, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

/// <param name="Verified">For each of the secrets, whether the library takes the signature.</param>
/// <param name="VerifiedPublicly">For each of the public keys, whether Node's crypto takes a "v1a" signature.</param>
public sealed record ReceivedWebhook(string Method, string? Id, string? ContentType, string? Traceparent, IReadOnlyList<bool> Verified, IReadOnlyList<bool> VerifiedPublicly, string Body);
