namespace Ecosystem.EndToEnd;

/// <summary>Tests with processes of their own on the ports of <see cref="Places.BesideTheCity"/>, one after another. They ask nothing of the city's processes, which other tests kill meanwhile.</summary>
[CollectionDefinition]
public sealed class BesideTheCity;

/// <summary>Tests that take PostgreSQL or RabbitMQ away from everybody, or promise seconds on three nodes of it: nothing else runs meanwhile.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WithoutServers;
