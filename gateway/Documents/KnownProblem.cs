using System.Globalization;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Documents;

/// <summary>A problem of any service, from docs/problems.md: the gateway knows the services' code no more than a partner does.</summary>
public sealed record KnownProblem(string Type, int Status, string English, string Vietnamese)
{
    private static readonly IReadOnlyList<KnownProblem> Table = Load();

    public static IReadOnlyList<KnownProblem> All => Table;

    public string Title => Language.Say(English, Vietnamese);

    public static KnownProblem? Find(string type) => Table.FirstOrDefault(problem => problem.Type == type);

    /// <summary>The rows that begin with a name in backticks.</summary>
    internal static IReadOnlyList<KnownProblem> Read(IEnumerable<string> lines) =>
    [
        .. from line in lines
           where line.StartsWith("| `", StringComparison.Ordinal)
           let cells = line.Trim('|', ' ').Split(" | ")
           select new KnownProblem(cells[0].Trim('`'), int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], cells[3]),
    ];

    private static IReadOnlyList<KnownProblem> Load()
    {
        using var reader = new StreamReader(typeof(KnownProblem).Assembly.GetManifestResourceStream("problems.md")!);
        return Read(reader.ReadToEnd().Split('\n'));
    }
}
