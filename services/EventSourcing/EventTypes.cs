using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ecosystem.EventSourcing;

/// <summary>Which class stands for which stored name. Names are for good; classes may move.</summary>
internal sealed class EventTypes
{
    /// <summary>camelCase, enums by name: what a Marten reader is configured with (AsString, CamelCase).</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        AllowOutOfOrderMetadataProperties = true,
    };

    private readonly Dictionary<string, Type> types = [];
    private readonly Dictionary<Type, (string Name, string DotnetType)> names = [];

    /// <summary>Registers every stored event below <paramref name="hierarchy"/>.</summary>
    /// <exception cref="InvalidOperationException">An event has no stored name, or a name is taken twice.</exception>
    public void Add(Type hierarchy)
    {
        foreach (var type in hierarchy.Assembly.GetTypes().Where(type => !type.IsAbstract && hierarchy.IsAssignableFrom(type)))
        {
            var name = type.GetCustomAttribute<StoredAttribute>()?.Name ?? throw new InvalidOperationException($"{type.Name} needs a [Stored] name.");
            if (!types.TryAdd(name, type)) throw new InvalidOperationException($"The stored name {name} is taken twice.");
            names[type] = (name, $"{type.FullName}, {type.Assembly.GetName().Name}");
        }
    }

    public (string Name, string DotnetType) NameOf(Type type) => names[type];

    /// <summary>The event, or null where this program does not know the name: somebody else's event.</summary>
    public object? Read(string name, byte[] json) => types.TryGetValue(name, out var type) ? JsonSerializer.Deserialize(json, type, Json) : null;

    /// <summary>The JSON to store; the runtime type decides, so that a closed hierarchy needs no discriminator.</summary>
    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Json);
}
