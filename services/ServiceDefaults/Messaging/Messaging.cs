using System.Reflection;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// The consumers of a service, one quorum queue each. Nothing here publishes: facts leave a service by the relay of its
/// event store alone. The host starts and serves without the broker; consumers join when it is there.
/// </summary>
public static class Messaging
{
    /// <summary>Connects all consumers of an assembly to ECOSYSTEM_RABBITMQ; does nothing where there are none.</summary>
    /// <param name="service">Prefix of the queues, so that two services' consumers of one name do not share a queue.</param>
    public static WebApplicationBuilder AddMessaging(this WebApplicationBuilder builder, string service, Assembly assembly)
    {
        var endpoints = ConsumerEndpoint.AllIn(assembly, service);
        if (endpoints.Count == 0)
            return builder;
        var broker = BrokerAddress.From(builder.Configuration);
        var delays = Redelivery.Delays(builder.Configuration);
        builder.Services.AddSingleton(new ServiceName(service));
        builder.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<BrokerReach>(provider, broker));
        builder.Services.Configure<MassTransitHostOptions>(options => options.StopTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddMassTransit(bus => Add(bus, endpoints, broker, delays));
        builder.Services.AddHostedService<AbsentConsumers>();
        return builder;
    }

    private static void Add(IBusRegistrationConfigurator bus, IReadOnlyList<ConsumerEndpoint> endpoints, BrokerAddress broker, IReadOnlyList<TimeSpan> delays)
    {
        bus.DisableUsageTelemetry();    // the library would report to its makers at every start
        foreach (var endpoint in endpoints)
            bus.AddConsumer(endpoint.Consumer);
        bus.ConfigureHealthCheckOptions(check => check.Tags.Add("broker")); // instead of "ready": a service answers requests without the broker
        bus.UsingRabbitMq((context, rabbit) =>
        {
            broker.Use(rabbit, context.GetRequiredService<BrokerReach>());
            rabbit.UseRawJsonDeserializer(RawSerializerOptions.AddTransportHeaders | RawSerializerOptions.CopyHeaders, isDefault: false); // the relay writes plain JSON, no envelope; a header names the contract
            rabbit.UseConsumeFilter(typeof(MessageCause<>), context);
            rabbit.UseConsumeFilter(typeof(UntilStopped<>), context);
            foreach (var endpoint in endpoints)
                rabbit.ReceiveEndpoint(endpoint.Queue, queue => endpoint.Configure(queue, context, broker.Nodes.Count, delays));
        });
    }
}

/// <summary>The name under which a service acts when a message is the cause.</summary>
internal sealed record ServiceName(string Value);
