using System.Reflection;
using System.Text.RegularExpressions;
using Ecosystem.Contracts;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>What the README says must be so: its diagram, its table of settings and every link of the documents.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Readme = Sources.Text("README.md");

    [Fact]
    public void The_diagram_shows_every_contract_on_its_way_to_the_service_that_hears_it()
    {
        var shown = Message().Matches(Readme).SelectMany(edge => Name().Matches(edge.Groups["contracts"].Value).Select(name => $"{name} {Node(edge.Groups["to"].Value)}"));
        var heard = from contract in Sources.Contracts.GetTypes()
                    from endpoint in contract.GetCustomAttribute<HeardByAttribute>()?.Endpoints ?? []
                    select $"{contract.Name} {endpoint.Split('-')[0]}";

        Assert.Equal(heard.Distinct().Order(), shown.Order());
    }

    [Fact]
    public void The_gateway_of_the_diagram_leads_to_every_service() =>
        Assert.Equal(Sources.Services.Select(service => service.ToLowerInvariant()).Order(), FromGateway().Matches(Readme).Select(edge => edge.Groups[1].Value).Order());

    [Fact]
    public void Every_setting_is_in_the_table_and_every_line_of_the_table_is_a_setting()
    {
        var read = Sources.Files("*.cs", "services", "gateway", "deploy").SelectMany(file => Setting().Matches(Sources.Text(file)).Select(setting => setting.Groups[1].Value));
        var told = Readme.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(setting => setting.Groups[1].Value));

        Assert.Equal(read.Distinct().Order(), told.Order());
    }

    [Fact]
    public void Links_of_the_documents_lead_somewhere()
    {
        var links = from document in Sources.Files("*.md", "docs").Append("README.md")
                    from Match link in Link().Matches(Sources.Text(document))
                    where !link.Groups[1].Value.Contains("://", StringComparison.Ordinal)
                    select (document, path: link.Groups[1].Value);

        Assert.All(links, link => Assert.True(Sources.Exists(Path.Combine(Path.GetDirectoryName(link.document)!, link.path)), $"{link.document} links to {link.path}"));
    }

    private static string Node(string letter) => Regex.Match(Readme, $@"--> {letter}\[""(\w+)").Groups[1].Value;

    [GeneratedRegex(@"R -- ""(?<contracts>[^""]+)"" --> (?<to>\w+)")]
    private static partial Regex Message();

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"G --> \w+\[""(\w+)")]
    private static partial Regex FromGateway();

    [GeneratedRegex(@"""(ECOSYSTEM_[A-Z_]+)""")]
    private static partial Regex Setting();

    [GeneratedRegex("`(ECOSYSTEM_[A-Z_]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)#]+)\)")]
    private static partial Regex Link();
}
