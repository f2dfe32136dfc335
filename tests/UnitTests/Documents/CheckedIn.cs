namespace Ecosystem.UnitTests.Documents;

/// <summary>Documents that are made from the code and checked in, so that nobody changes them unseen; UPDATE_DOCS=1 writes them anew.</summary>
internal static class CheckedIn
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <param name="path">Below the repository's root.</param>
    public static void Holds(string path, string made)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") Write(path, made);
        Assert.True(Read(path) == made, $"{path} is not what the code says. Look at the difference, and run the tests with UPDATE_DOCS=1 if it is meant.");
    }

    public static string Folder(string path) => Full(path);

    /// <summary>Null when there is none yet.</summary>
    public static string? Read(string path) => File.Exists(Full(path)) ? File.ReadAllText(Full(path)) : null;

    private static void Write(string path, string made)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), made);
    }

    private static string Full(string path) => Path.Combine(Root, path);

    private static string Find(DirectoryInfo? directory) =>
        directory is null || File.Exists(Path.Combine(directory.FullName, "Ecosystem.sln")) ? directory!.FullName : Find(directory.Parent);
}
