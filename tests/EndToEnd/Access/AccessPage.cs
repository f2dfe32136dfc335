using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Access;

/// <summary>docs/access.md, whose sections are made by the tests that ask.</summary>
internal static class AccessPage
{
    private static readonly string Name = Repository.File("docs", "access.md");

    /// <summary>Asserts a section's text; with UPDATE_DOCS it is written first.</summary>
    public static async Task Is(string heading, string text)
    {
        var (page, begin) = (await File.ReadAllTextAsync(Name), $"## {heading}\n\n");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf("\n## ", from, StringComparison.Ordinal) is > 0 and var next ? next : page.Length;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is "1" or "breaking") await File.WriteAllTextAsync(Name, page[..from] + text + page[to..]);
        else Assert.Equal(page[from..to], text);
    }
}
