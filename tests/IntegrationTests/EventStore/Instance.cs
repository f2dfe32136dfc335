using Ecosystem.EventSourcing;
using Ecosystem.Local;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.IntegrationTests.EventStore;

/// <summary>One process's event store over a database of its own kind; several instances may share the database.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly IHost host;

    private Instance(IHost host) => this.host = host;

    public NpgsqlDataSource Database => host.Services.GetRequiredService<NpgsqlDataSource>();

    public static string NewDatabase() => $"t{Guid.NewGuid():N}"[..12];

    /// <param name="broker">Relay to this broker; null: nothing is announced.</param>
    public static async Task<Instance> Start(string database, Backends? broker = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Settings(broker ?? (await TestServers.Running()).Backends, database));
        builder.Services.AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
        builder.AddEventSourcing("parcels", typeof(Instance).Assembly, store =>
        {
            store.Stream<Parcel, ParcelEvent>("parcel", Parcel.Start, Parcel.Evolve)
                .View<ParcelRow>("parcel", ParcelRow.Fold)
                .Projection<ShelfRow>("shelf", ShelfRow.On);
            if (broker is not null) store.Announce(recorded => recorded.Data is WeightAdded added ? [new WeightHeard(recorded.StreamId, recorded.Version, added.Grams)] : []);
        });
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>One request: a scope of its own with its cause.</summary>
    public async Task<Appended<Parcel, ParcelEvent>> Append(Guid id, Func<Parcel, IReadOnlyList<ParcelEvent>> decide, Action<Cause>? cause = null, bool create = false)
    {
        await using var scope = host.Services.CreateAsyncScope();
        cause?.Invoke(scope.ServiceProvider.GetRequiredService<Cause>());
        var parcels = scope.ServiceProvider.GetRequiredService<EventStream<Parcel, ParcelEvent>>();
        return create ? await parcels.Create(id, decide, default) : await parcels.Append(id, decide, default);
    }

    public Task<Appended<Parcel, ParcelEvent>> Add(Guid id, int grams, string shelf = "A", Action<Cause>? cause = null) =>
        Append(id, _ => [new WeightAdded(shelf, grams)], cause);

    public async Task<T> Read<T>(Func<EventStream<Parcel, ParcelEvent>, Task<T>> read)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<EventStream<Parcel, ParcelEvent>>());
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(Backends backends, string database) => new()
    {
        ["ECOSYSTEM_POSTGRES"] = new NpgsqlConnectionStringBuilder(backends.Postgres) { Database = database, MaxPoolSize = 10 }.ConnectionString,
        ["ECOSYSTEM_RABBITMQ"] = backends.RabbitMq,
        ["ECOSYSTEM_MASTER_KEY"] = Convert.ToBase64String(new byte[32]),
    };
}
