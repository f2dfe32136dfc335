using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Xml.Linq;

namespace Ecosystem.ServiceDefaults;

/// <summary>What the code's own comments say of fields and parameters, from the XML file beside the assembly; comments that refer to code are not for readers of a document.</summary>
internal static class Comments
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> Known = new();

    /// <summary>The comment of a record's parameter.</summary>
    public static string? OfField(Type record, string field) => Find(record.Assembly, $"T:{Name(record)} {field}");

    /// <summary>The comment of a method's parameter.</summary>
    public static string? OfParameter(MethodInfo? method, string parameter) =>
        method?.DeclaringType is { } type ? Find(type.Assembly, $"M:{Name(type)}.{method.Name} {parameter}") : null;

    private static string? Find(Assembly assembly, string key) => Known.GetOrAdd(assembly, Read).GetValueOrDefault(key);

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static FrozenDictionary<string, string> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(file)) return FrozenDictionary<string, string>.Empty;
        var comments = from member in XDocument.Load(file).Descendants("member")
                       from parameter in member.Elements("param")
                       where !parameter.HasElements
                       select (Key: $"{((string)member.Attribute("name")!).Split('(')[0]} {(string)parameter.Attribute("name")!}", Text: Sentence(parameter.Value));
        return comments.DistinctBy(comment => comment.Key).ToFrozenDictionary(comment => comment.Key, comment => comment.Text);
    }

    private static string Sentence(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.EndsWith('.') ? words : $"{words}.";
    }
}
