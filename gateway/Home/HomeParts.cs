using System.Text.Json;
using Ecosystem.Gateway.Forwarding;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Caching.Memory;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace Ecosystem.Gateway.Home;

/// <summary>Asks a service for one part of a citizen's screen, and remembers the answer for when it does not.</summary>
public sealed class HomeParts(IProxyStateLookup proxy, TimeProvider clock, ILogger<HomeParts> log) : IDisposable
{
    private const int Remembered = 20_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = Remembered });

    /// <returns>The part as the service lists it now, else as it did at most ten minutes ago, else without items.</returns>
    public async Task<HomeScreen.Part> Read(string name, string service, string target, Citizen by, HttpContext asked)
    {
        var cluster = asked.ClusterOf(service);
        var key = (by.Id, cluster, target);
        try
        {
            var items = await Ask(cluster, target, asked);
            seen.Set(key, (items, clock.GetUtcNow()), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
            return new(items, 0);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or JsonException && !asked.RequestAborted.IsCancellationRequested)
        {
            log.LogWarning("The part {Part} of a home screen is missing: {Reason}", name, failure.Message);
            return seen.TryGetValue(key, out (JsonElement Items, DateTimeOffset At) old) ? new(old.Items, Math.Max(1, (int)(clock.GetUtcNow() - old.At).TotalSeconds)) : new(null, 0);
        }
    }

    public void Dispose() => seen.Dispose();

    private async Task<JsonElement> Ask(string name, string target, HttpContext asked)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(asked.RequestAborted);
        limit.CancelAfter(Patience);
        var (cluster, destination) = Destination(name);
        using var request = cluster.Question(destination, target);
        foreach (var header in (string[])["Authorization", "Accept-Language"]) request.Headers.TryAddWithoutValidation(header, asked.Request.Headers[header].ToArray());
        using var answer = await cluster.Model.HttpClient.SendAsync(request, limit.Token);
        answer.EnsureSuccessStatusCode();
        using var page = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(limit.Token), cancellationToken: limit.Token);
        return page.RootElement.GetProperty("items").Clone();
    }

    /// <summary>One of the instances to which the gateway forwards, by the connections that it has to them.</summary>
    private (ClusterState, DestinationState) Destination(string name) =>
        proxy.TryGetCluster(name, out var cluster) && cluster.DestinationsState.AvailableDestinations is { Count: > 0 } destinations
            ? (cluster, destinations[Random.Shared.Next(destinations.Count)])
            : throw new HttpRequestException($"No destination for {name} is configured.");
}
