using System.Diagnostics;
using System.Text.Json.Serialization;
using Ecosystem.EventSourcing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ecosystem.Benchmarks;

/// <summary>A domain with events of about 375 bytes, as in the figures that the goals come from.</summary>
public abstract record ShipmentEvent;

[Stored("shipment_moved")]
public sealed record ShipmentMoved(string Place, int Grams, string Note) : ShipmentEvent;

public sealed record Shipment(int Moves)
{
    public static Shipment Start(Guid id) => new(0);

    public static Shipment Evolve(Shipment shipment, ShipmentEvent happened) => new(shipment.Moves + 1);
}

public sealed record ShipmentRow(string Place, int Moves, int Grams)
{
    public static ShipmentRow? Fold(ShipmentRow? row, Guid id, ShipmentEvent happened) => happened is ShipmentMoved moved ? new(moved.Place, (row?.Moves ?? 0) + 1, moved.Grams) : row;
}

/// <summary>A simple projection: one row a stream.</summary>
public sealed record ShipmentProjected(string Place, int Moves, int Grams)
{
    public static IEnumerable<Change<ShipmentProjected>> On(Recorded recorded) => recorded.Data is ShipmentMoved moved
        ? [new(recorded.StreamId, row => new(moved.Place, (row?.Moves ?? 0) + 1, moved.Grams))]
        : [];
}

public sealed record ShipmentHeard([property: JsonRequired] Guid Shipment);

internal sealed class Store(IHost host) : IAsyncDisposable
{
    public static readonly ShipmentMoved Event = new("11560", 1200, new string('x', 320));

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static async Task<Store> Start(bool projection = false, bool relay = false)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration.AddInMemoryCollection(
        [
            new("ECOSYSTEM_MASTER_KEY", Convert.ToBase64String(new byte[32])),
            // As many connections as callers: what is compared with plain INSERTs must not wait for a pool.
            new("ECOSYSTEM_POSTGRES", $"{builder.Configuration["ECOSYSTEM_POSTGRES"]};Maximum Pool Size=128"),
        ]);
        builder.Services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        builder.AddEventSourcing($"bench{Guid.NewGuid():N}"[..14], typeof(Store).Assembly, store =>
        {
            store.Stream<Shipment, ShipmentEvent>("shipment", Shipment.Start, Shipment.Evolve).View<ShipmentRow>("shipment", ShipmentRow.Fold);
            if (projection) store.Projection<ShipmentProjected>("shipment", ShipmentProjected.On);
            if (relay) store.Announce(recorded => [new ShipmentHeard(recorded.StreamId)]);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    /// <summary>One request with full headers: a caller, a key, a trace.</summary>
    public async Task<Written> Append(Guid id, bool create)
    {
        using var trace = new Activity("request").Start();
        await using var scope = host.Services.CreateAsyncScope();
        var cause = scope.ServiceProvider.GetRequiredService<Cause>();
        (cause.By, cause.IdempotencyKey, cause.RequestHash) = ("citizen-000123456", id.ToString(), "0123456789abcdef");
        if (!create) cause.IdempotencyKey = null;
        var shipments = scope.ServiceProvider.GetRequiredService<EventStream<Shipment, ShipmentEvent>>();
        var done = create ? await shipments.Create(id, _ => [Event], default) : await shipments.Append(id, _ => [Event], default);
        return done.Written;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
