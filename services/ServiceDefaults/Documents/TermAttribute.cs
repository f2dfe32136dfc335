using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// What a name means wherever a service's requests and answers use it, for its OpenAPI document: a service lists its terms
/// in one file. Where a field means more or something else, it has a [Description] of its own.
/// </summary>
/// <param name="name">As it is in JSON.</param>
/// <param name="meaning">With unit, limits and format.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TermAttribute(string name, string meaning) : Attribute
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> Known = new();

    public string Name { get; } = name;

    public string Meaning { get; } = meaning;

    /// <summary>Null where neither the assembly nor the terms of all services know the name.</summary>
    internal static string? Find(Assembly? assembly, string name) =>
        (assembly is null ? null : Of(assembly).GetValueOrDefault(name)) ?? Of(typeof(TermAttribute).Assembly).GetValueOrDefault(name);

    private static FrozenDictionary<string, string> Of(Assembly assembly) =>
        Known.GetOrAdd(assembly, from => from.GetCustomAttributes<TermAttribute>().ToFrozenDictionary(term => term.Name, term => term.Meaning));
}
