using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ecosystem.Gateway.Forwarding;
using Ecosystem.Gateway.Sandbox;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Documents;

/// <summary>The documents that the services write themselves, and the gateway's own. Of a service that is away the last one known counts.</summary>
internal sealed class ServiceDocuments(IProxyStateLookup proxy, [FromKeyedServices("v1")] IOpenApiDocumentProvider own, ILogger<ServiceDocuments> log)
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, JsonNode> known = new();

    /// <summary>By service; null where it has never been seen.</summary>
    public async Task<IReadOnlyDictionary<string, JsonNode?>> Read()
    {
        var clusters = proxy.GetClusters().Where(cluster => !SandboxRegistration.IsOfSandbox(cluster.ClusterId)).ToList();
        await Task.WhenAll(clusters.Select(Refresh));
        var all = clusters.ToDictionary(cluster => cluster.ClusterId, cluster => known.GetValueOrDefault(cluster.ClusterId));
        all["gateway"] = JsonNode.Parse(await (await own.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        return all;
    }

    private async Task Refresh(ClusterState cluster)
    {
        foreach (var destination in cluster.DestinationsState.AvailableDestinations)
        {
            if (await Ask(cluster, destination) is not { } document) continue;
            known[cluster.ClusterId] = document;
            return;
        }
    }

    private async Task<JsonNode?> Ask(ClusterState cluster, DestinationState destination)
    {
        using var patience = new CancellationTokenSource(AtMost);
        try
        {
            using var request = cluster.Question(destination, "/openapi/v1.json");
            using var answer = await cluster.Model.HttpClient.SendAsync(request, patience.Token);
            return await JsonNode.ParseAsync(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(patience.Token), cancellationToken: patience.Token);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            log.LogWarning("{Service} does not show its document: {Reason}", cluster.ClusterId, e.Message);
            return null;
        }
    }
}
