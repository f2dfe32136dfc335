using System.Reflection;
using System.Text.RegularExpressions;
using Ecosystem.EventSourcing;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>What is in the database can be read for good: names of events are kept in StoredNames.txt, and none may go.</summary>
public sealed partial class StoredNameTests
{
    [Fact]
    public void Every_event_has_a_stored_name_of_its_own()
    {
        foreach (var (service, assembly) in Sources.Stores)
        {
            var events = assembly.GetTypes().Where(IsEvent).ToList();
            var names = events.Select(Name).ToList();

            Assert.NotEmpty(events);
            Assert.All(names, name => Assert.Matches(SnakeCase(), name));
            Assert.True(names.Distinct().Count() == names.Count, $"{service} uses a stored name twice: {string.Join(", ", names)}");
        }
    }

    [Fact]
    public void Only_events_have_stored_names() =>
        Assert.All(Stored(), type => Assert.True(IsEvent(type), $"{type.Name} is below no event hierarchy"));

    [Fact]
    public void No_stored_name_was_renamed_or_removed()
    {
        var kept = Sources.Text("tests/UnitTests/Architecture/StoredNames.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#');

        Assert.Equal(kept.Order(StringComparer.Ordinal), Stored().Select(type => $"{Service(type)} {Name(type)}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Stored() =>
        Sources.Stores.Values.SelectMany(assembly => assembly.GetTypes()).Where(type => type.GetCustomAttribute<StoredAttribute>(inherit: false) is not null);

    private static bool IsEvent(Type type) => !type.IsAbstract && Ancestors(type).Any(ancestor => ancestor.IsAbstract && ancestor.Name.EndsWith("Event", StringComparison.Ordinal));

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
    }

    private static string Name(Type type) => type.GetCustomAttribute<StoredAttribute>(inherit: false)?.Name ?? $"{type.Name} has no stored name";

    private static string Service(Type type) => type.Assembly.GetName().Name!["Ecosystem.".Length..].ToLowerInvariant();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex SnakeCase();
}
