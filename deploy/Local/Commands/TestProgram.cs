using System.Xml.Linq;

namespace Ecosystem.Local;

/// <summary>Runs one built test program with its output on this terminal and counts from the report it leaves.</summary>
internal static class TestProgram
{
    private static string[] Colours => Console.IsOutputRedirected ? ["-noColor"] : [];

    public static async Task<TestCount> Run(string project, Workspace workspace, Backends backends, CancellationToken ct)
    {
        var report = workspace.File("results", $"{project}.xml");
        File.Delete(report);
        var status = await ForegroundProgram.Run(Repository.Program($"tests/{project}"), ["-xml", report, "-noLogo", .. Colours], backends, ct);
        var count = Count(report);
        return status == 0 || count.Failed > 0 ? count : Crashed(project, status, count);
    }

    private static TestCount Count(string report)
    {
        var assemblies = File.Exists(report) ? XDocument.Load(report).Descendants("assembly").ToArray() : [];
        int Sum(string name) => assemblies.Sum(assembly => (int?)assembly.Attribute(name) ?? 0);
        return new TestCount(Sum("passed"), Sum("failed") + Sum("errors"));
    }

    // A program that ends badly without a failed test must not look like success.
    private static TestCount Crashed(string project, int status, TestCount count)
    {
        Console.Error.WriteLine($"{project} ended with status {status} without naming a failed test; counted as one failure.");
        return count with { Failed = count.Failed + 1 };
    }
}
