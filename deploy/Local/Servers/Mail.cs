using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.Local;

/// <summary>A real SMTP server that keeps every message and sends none on (maildev), with a web page to read them.</summary>
public sealed class Mail(Workspace workspace) : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly BackgroundProcess process = new(workspace, "mail", new Command("node", "node_modules/maildev/bin/maildev",
        "--ip", "127.0.0.1", "--smtp", $"{workspace.Ports.Smtp}", "--web-ip", "127.0.0.1", "--web", $"{workspace.Ports.Mail}",
        "--mail-directory", workspace.Folder("mail", "messages"), "--silent")
    { Directory = workspace.Folder("mail") });

    public Uri Smtp => new($"smtp://127.0.0.1:{workspace.Ports.Smtp}");

    public Uri Page => new($"http://127.0.0.1:{workspace.Ports.Mail}/");

    /// <summary>The first time from the npm registry; later without a network.</summary>
    public Task Install(CancellationToken ct = default) => NodePackages.Install("mail", workspace.Folder("mail"), ct);

    public async Task Start(CancellationToken ct = default)
    {
        await Install(ct);
        FreePort.Check("mail", workspace.Ports.Mail, workspace.Ports.Smtp);
        process.Start();
        if (!await Wait.For(async token => !process.Runs || await Answers(token), TimeSpan.FromSeconds(30), ct) || !process.Runs)
        {
            throw new LocalProblem($"The mail server does not start; see {process.Log}:\n{process.LastLines()}");
        }
    }

    public Task Stop(CancellationToken ct = default) => process.Stop(TimeSpan.FromSeconds(5), ct);

    public async ValueTask DisposeAsync() => await Stop();

    /// <summary>The messages to an address, oldest first; all messages without one.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> To(string? address = null, CancellationToken ct = default)
    {
        var all = await Http.GetFromJsonAsync<ReceivedMail[]>(new Uri(Page, "email"), JsonSerializerOptions.Web, ct) ?? [];
        return [.. all.Where(mail => address is null || mail.To.Any(to => to.Address == address)).OrderBy(mail => mail.Date)];
    }

    private async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(Page, "healthz"), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

public sealed record ReceivedMail(string Subject, string? Text, string? Html, DateTimeOffset Date, IReadOnlyList<MailAddress> From, IReadOnlyList<MailAddress> To)
{
    /// <summary>Header names in lower case.</summary>
    public IReadOnlyDictionary<string, JsonElement> Headers { get; init; } = new Dictionary<string, JsonElement>();
}

public sealed record MailAddress(string Address, [property: JsonPropertyName("name")] string? DisplayName);
