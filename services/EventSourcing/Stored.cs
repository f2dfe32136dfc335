namespace Ecosystem.EventSourcing;

/// <summary>The name under which an event is stored: there for good, whatever becomes of the class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
