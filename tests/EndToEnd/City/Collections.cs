namespace Ecosystem.EndToEnd;

/// <summary>Tests with processes of their own, on the ports of the small workspace: one after another, while the others use the city.</summary>
[CollectionDefinition]
public sealed class BesideTheCity;

/// <summary>Tests that take PostgreSQL or RabbitMQ away from everybody: nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WithoutServers;
