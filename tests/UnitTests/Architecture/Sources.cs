using System.Reflection;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>The repository as its tests look at it: files as they are written, assemblies as they are built.</summary>
internal static class Sources
{
    public static readonly string[] Services = ["Coordination", "Feedback", "Campaigns", "Notifications"];

    public static readonly IReadOnlyDictionary<string, Assembly> Assemblies = Services.ToDictionary(service => service, service => Assembly.Load($"Ecosystem.{service}"));

    /// <summary>Everything that keeps events: the services, the gateway, and what all services keep alike.</summary>
    public static readonly IReadOnlyDictionary<string, Assembly> Stores = Assemblies.Append(new("Gateway", Assembly.Load("Ecosystem.Gateway"))).Append(new("ServiceDefaults", Assembly.Load("Ecosystem.ServiceDefaults"))).ToDictionary();

    public static readonly Assembly Contracts = typeof(Contracts.HeardByAttribute).Assembly;

    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Paths, relative to the root, of what people wrote below some folders.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file)
        where !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        select path;

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    public static int Lines(string path) => File.ReadLines(Path.Combine(Root, path)).Count();

    private static string Find(DirectoryInfo directory) =>
        File.Exists(Path.Combine(directory.FullName, "Ecosystem.sln")) ? directory.FullName : Find(directory.Parent!);
}
