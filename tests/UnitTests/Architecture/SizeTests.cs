using System.Text.RegularExpressions;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>The budgets that keep the code readable: many small files with telling names.</summary>
public sealed partial class SizeTests
{
    private static readonly string[] Files = [.. Sources.Files("*.cs", "contracts", "gateway", "services", "deploy")];

    [Fact]
    public void Half_of_the_files_have_at_most_60_lines_and_nine_of_ten_at_most_120()
    {
        var lines = Files.Select(Sources.Lines).Order().ToArray();

        Assert.InRange(lines[lines.Length / 2], 1, 60);
        Assert.InRange(lines[lines.Length * 9 / 10], 1, 120);
    }

    [Fact]
    public void Every_program_is_a_table_of_contents() =>
        Assert.All(Files.Where(file => Path.GetFileName(file) == "Program.cs"), file => Assert.InRange(Sources.Lines(file), 1, 50));

    [Fact]
    public void The_event_store_has_at_most_1200_lines_that_say_something()
    {
        var lines = new[] { "*.cs", "*.sql" }.SelectMany(pattern => Sources.Files(pattern, "services/EventSourcing")).SelectMany(file => Sources.Text(file).Split('\n'));

        Assert.InRange(lines.Count(line => !SaysNothing().IsMatch(line)), 1_000, 1_200);
    }

    [Fact]
    public void Nothing_is_named_for_what_it_is_made_of_instead_of_what_it_is()
    {
        var names = Files.SelectMany(file => Declared().Matches(Sources.Text(file)).Select(type => type.Groups[1].Value));

        Assert.DoesNotContain(names, name => Empty().IsMatch(name));
    }

    [Fact]
    public void No_folder_collects_leftovers() =>
        Assert.DoesNotContain(Files.SelectMany(file => file.Split('/')), folder => folder is "Common" or "Helpers" or "Extensions" or "Utils" or "Shared");

    [GeneratedRegex(@"^\s*(?:\[[^\]]*\]\s*)*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly)\s+)*(?:class|record struct|record|struct|interface|enum)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    /// <summary>Blank lines, comments, what is imported, lone braces.</summary>
    [GeneratedRegex(@"^\s*(//.*|--.*|using [\w. =]+;|namespace .*|[{}]?)\s*$")]
    private static partial Regex SaysNothing();

    [GeneratedRegex("(Manager|Helpers?|Dto|Base|Utils?|Impl)$")]
    private static partial Regex Empty();
}
