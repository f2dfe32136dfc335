using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>Puts the event store into a service.</summary>
public static class EventSourcingRegistration
{
    /// <summary>
    /// The service's event store in the database "{prefix}_{service}" of ECOSYSTEM_POSTGRES, its projections, and the relay to ECOSYSTEM_RABBITMQ.
    /// </summary>
    /// <param name="assembly">Holds the service's numbered SQL files as embedded resources.</param>
    /// <exception cref="InvalidOperationException">A needed setting is missing; thrown when the host starts.</exception>
    public static void AddEventSourcing(this IHostApplicationBuilder builder, string service, Assembly assembly, Action<StoreBuilder> describe)
    {
        var store = new StoreBuilder(builder.Services);
        describe(store);
        var services = builder.Services;
        services.AddSingleton(provider => new Database(provider.GetRequiredService<IConfiguration>(), service));
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Pool);
        services.AddSingleton(store.Types);
        services.AddScoped<Cause>();
        services.AddSingleton(provider => new StreamLog(Pool(provider), store.Types));
        services.AddSingleton(provider => new PersonalData(Pool(provider), MasterKey(provider)));
        services.AddHostedService(provider => new Migrations(provider.GetRequiredService<Database>(), assembly, store, Log<Migrations>(provider)));
        services.AddSingleton(provider => new Appender(provider.GetRequiredService<Database>().Sessions, provider.GetRequiredService<Wakeups>()));
        AddHosted(services, provider => new Wakeups(provider.GetRequiredService<Database>().Sessions, Log<Wakeups>(provider)));
        services.AddSingleton(provider => new Positions(Pool(provider), provider.GetRequiredService<Wakeups>(), store.Projections));
        services.AddSingleton<RelayState>();
        services.AddSingleton(provider => new Operations(Pool(provider), store.Projections, new Rebuild(provider.GetRequiredService<Database>().Sessions, store.Types), provider.GetRequiredService<RelayState>()));
        services.AddHealthChecks().Add(new("database", provider => new DatabaseHealth(Pool(provider)), HealthStatus.Unhealthy, store.IsDispensable ? [] : ["ready"]));
        AddRunners(services, store, service);
    }

    private static void AddRunners(IServiceCollection services, StoreBuilder store, string service)
    {
        foreach (var projection in store.Projections)
            services.AddSingleton<IHostedService>(provider => NewRunner(provider, projection.Checkpoint, new ProjectionRunner(projection, store.Types, Clock(provider)).Step));
        if (store.Announcements is not { } translate) return;
        services.AddSingleton(provider => new Broker(Nodes(provider.GetRequiredService<IConfiguration>()), $"{service} relay"));
        services.AddSingleton<IHostedService>(provider => NewRunner(provider, Relay.Checkpoint, new Relay(
            provider.GetRequiredService<Broker>(), store.Types, translate, provider.GetRequiredService<RelayState>(), Clock(provider), Log<Relay>(provider)).Step));
    }

    private static Runner NewRunner(IServiceProvider provider, string name, Func<NpgsqlConnection, CancellationToken, Task<bool>> step) =>
        new(name, provider.GetRequiredService<Database>(), provider.GetRequiredService<Wakeups>(), Log<Runner>(provider), step);

    private static void AddHosted<T>(IServiceCollection services, Func<IServiceProvider, T> make) where T : class, IHostedService
    {
        services.AddSingleton(make);
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }

    private static Uri[] Nodes(IConfiguration configuration) =>
        [.. (configuration["ECOSYSTEM_RABBITMQ"] ?? throw new InvalidOperationException("ECOSYSTEM_RABBITMQ must name the broker's nodes, e.g. amqp://user:password@127.0.0.1:5672/ecosystem"))
            .Split(',', StringSplitOptions.TrimEntries).Select(node => new Uri(node))];

    private static byte[] MasterKey(IServiceProvider provider) =>
        Convert.FromBase64String(provider.GetRequiredService<IConfiguration>()["ECOSYSTEM_MASTER_KEY"] ?? "") is { Length: 32 } key ? key
            : throw new InvalidOperationException("ECOSYSTEM_MASTER_KEY must hold 32 bytes in base64; it wraps the keys of all persons.");

    private static NpgsqlDataSource Pool(IServiceProvider provider) => provider.GetRequiredService<NpgsqlDataSource>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;

    private static ILogger<T> Log<T>(IServiceProvider provider) => provider.GetRequiredService<ILogger<T>>();

    private sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                await using var command = database.CreateCommand("select 1");
                await command.ExecuteScalarAsync(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (NpgsqlException failure)
            {
                return HealthCheckResult.Unhealthy(failure.Message);
            }
        }
    }
}
