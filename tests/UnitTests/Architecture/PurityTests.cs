using System.Reflection;
using System.Text.RegularExpressions;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>Rules and read models must give the same answer tomorrow and in a rebuild, so they see events and arguments and nothing else.</summary>
public sealed partial class PurityTests
{
    private static readonly string[] PureNames = ["Decide", "Evolve", "Fold", "On"];

    /// <summary>Makes the keys that receivers of webhooks share with us, and decides nothing.</summary>
    private const string MakesSecrets = "services/Notifications/Webhooks/WebhookSecret.cs";

    private static readonly string[] Folders = [.. Sources.Services.Select(service => $"services/{service}")];

    [Fact]
    public void No_service_reads_a_clock_a_random_source_or_the_network_by_itself()
    {
        var impure = Sources.Files("*.cs", Folders).Where(file => Impure().IsMatch(Sources.Text(file)));

        Assert.Equal([MakesSecrets], impure);
    }

    [Fact]
    public void Whatever_decides_or_folds_is_static_waits_for_nothing_and_is_handed_no_service()
    {
        var methods = Sources.Stores.Values.SelectMany(assembly => assembly.GetTypes()).SelectMany(Pure).ToList();

        Assert.True(methods.Count > 40, $"only {methods.Count} found");
        Assert.All(methods, method => Assert.True(method.IsStatic, Name(method)));
        Assert.All(methods, method => Assert.False(method.ReturnType.IsAssignableTo(typeof(Task)), Name(method)));
        Assert.All(methods, method => Assert.DoesNotContain(method.GetParameters(), parameter => IsService(parameter.ParameterType)));
    }

    private static IEnumerable<MethodInfo> Pure(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => PureNames.Contains(method.Name) || (method.Name == "Of" && type.Name == "Announcements"));

    private static bool IsService(Type type) =>
        type.IsAssignableTo(typeof(TimeProvider)) || type.IsInterface && !type.IsGenericType
        || type == typeof(CancellationToken) || type == typeof(IServiceProvider)
        || type.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) is true
        || Regex.IsMatch(type.Name, "^(EventStream|ReadModel|PersonalData|Cause|NpgsqlDataSource|HttpClient)");

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bGuid\.(NewGuid|CreateVersion7)\b|\bRandom\b|\bRandomNumberGenerator\b|\bHttpClient\b|\bStopwatch\b|\bEnvironment\.TickCount|\bTimeProvider\.System\b")]
    private static partial Regex Impure();
}
