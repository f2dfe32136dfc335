namespace Ecosystem.Local;

/// <summary>Finds the sources that the running program was built from: data files and the other programs lie there.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The configuration (Release or Debug) this program was built in; the services are started from the same.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Debug" : "Release";

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The built program of a project, e.g. <c>services/Feedback</c>.</summary>
    public static string Program(string project) =>
        File(project, "bin", Configuration, "net10.0", $"Ecosystem.{char.ToUpperInvariant(Path.GetFileName(project)[0])}{Path.GetFileName(project)[1..]}.dll");

    private static string Find(DirectoryInfo? directory) => directory switch
    {
        null => throw new InvalidOperationException($"No Ecosystem.sln above {AppContext.BaseDirectory}."),
        _ when System.IO.File.Exists(Path.Combine(directory.FullName, "Ecosystem.sln")) => directory.FullName,
        _ => Find(directory.Parent),
    };
}
