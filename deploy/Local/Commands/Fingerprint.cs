using System.Security.Cryptography;
using System.Text;

namespace Ecosystem.Local;

/// <summary>Tells whether anything in a folder has changed, without reading the files.</summary>
internal static class Fingerprint
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "TestResults"];

    /// <param name="paths">Files, and folders but for what tools make in them.</param>
    public static string Of(params IEnumerable<string> paths)
    {
        // Times alone would miss a deleted file, so the hash is over the whole list of names, sizes and times.
        var facts = paths.SelectMany(Files).Order(StringComparer.Ordinal).Select(file => new FileInfo(file)).Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', facts))));
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path) ? [path] :
        [.. Directory.EnumerateFiles(path), .. Directory.EnumerateDirectories(path).Where(folder => !Made.Contains(Path.GetFileName(folder))).SelectMany(Files)];
}
