using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>A system with a receiver of its own, which hears what concerns reports in Cửa Nam unless it asks for something else.</summary>
internal sealed class Partner(City city, WebhookReceiver receiver, string name)
{
    public const string Routed = "vn.ecosystem.report.routed.v1";

    public string Name => name;

    public Api Api { get; private init; } = null!;

    public string Webhook { get; private set; } = "";

    public string Secret { get; private set; } = "";

    public static async Task<Partner> Of(City city, WebhookReceiver receiver)
    {
        var name = $"partner-{Guid.NewGuid():N}";
        var client = $"01/{City.Committee}/{name}";
        var api = new Api(city.Processes.Gateway, await city.Processes.Tokens.System(client, ["webhooks.manage", "feed.read"]), client);
        return new(city, receiver, name) { Api = api };
    }

    /// <summary>Creates the webhook and tells its secret to the receiver.</summary>
    public async Task<Partner> Subscribe(params string[] types)
    {
        var created = (await Api.Post("/v1/webhooks", new { url = receiver.UrlOf(name), types = types.Length == 0 ? [Routed] : types, units = new[] { City.Committee } })).Is(201);
        (Webhook, Secret) = (created.Id, created["secret"].GetValue<string>());
        await receiver.Set(name, new { secrets = new[] { Secret } });
        return this;
    }

    /// <summary>Submits a report and gives its id.</summary>
    public async Task<string> Report() => (await (await city.Citizen()).Post("/v1/reports", Bodies.Report())).Is(201).Id;

    /// <summary>What has come, once each of these reports has.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> Gets(params string[] reports)
    {
        IReadOnlyList<ReceivedWebhook> received = [];
        await Eventually.Holds(
            async () =>
            {
                received = await receiver.Received(name);
                return reports.All(report => received.Any(one => ReportOf(one) == report));
            },
            $"webhooks for {reports.Length} reports");
        return received;
    }

    public async Task<JsonNode> Read() => (await Api.Get($"/v1/webhooks/{Webhook}")).Is(200).Json;

    public async Task<JsonArray> Attempts() => (await Api.Get($"/v1/webhooks/{Webhook}/attempts?limit=200")).Is(200)["items"].AsArray();

    public Task<Answer> Do(string act, object? body = null) => Api.Post($"/v1/webhooks/{Webhook}/{act}", body);

    public Task Is(string status) => Eventually.Holds(async () => $"{(await Read())["status"]}" == status, $"the webhook is {status}");

    /// <summary>So that nothing goes to a receiver that is no more.</summary>
    public async Task Leave()
    {
        if (Webhook.Length > 0) (await Api.Send(HttpMethod.Delete, $"/v1/webhooks/{Webhook}", null, [])).Is(204);
    }

    public static string ReportOf(ReceivedWebhook received) => $"{JsonNode.Parse(received.Body)!["data"]!["reportId"]}";
}
