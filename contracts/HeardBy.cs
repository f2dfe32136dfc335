namespace Ecosystem.Contracts;

/// <summary>
/// The queues that hear a contract, each "{service}-{consumer}". The relay publishes a contract only once all of
/// these have announced themselves on the broker, so nothing is lost to a subscriber that has not started yet.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HeardByAttribute(params string[] endpoints) : Attribute
{
    public IReadOnlyList<string> Endpoints { get; } = endpoints;
}
