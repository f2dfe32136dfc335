using System.Xml.Linq;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>References point one way: a service may go, or be written anew, without touching another.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] OfService = ["Contracts", "EventSourcing", "ServiceDefaults"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Contracts"] = [],
        ["EventSourcing"] = ["Contracts"],
        ["ServiceDefaults"] = ["Contracts", "EventSourcing"],
        ["Coordination"] = OfService,
        ["Feedback"] = OfService,
        ["Campaigns"] = OfService,
        ["Notifications"] = OfService,
        ["Gateway"] = ["EventSourcing", "ServiceDefaults"],
        ["DevIssuer"] = [],
        ["TraceSink"] = [],
        ["Local"] = [],
    };

    [Fact]
    public void Projects_reference_only_what_is_below_them()
    {
        var projects = Sources.Files("*.csproj", "contracts", "services", "gateway", "deploy").ToList();

        Assert.Equal(Allowed.Keys.Order(), projects.Select(Name).Order());
        Assert.All(projects, project => Assert.Empty(References(project).Except(Allowed[Name(project)])));
    }

    [Fact]
    public void A_built_service_knows_no_other_service()
    {
        foreach (var (service, assembly) in Sources.Assemblies)
            Assert.Empty(assembly.GetReferencedAssemblies().Select(reference => reference.Name).Intersect(Sources.Services.Append("Gateway").Select(other => $"Ecosystem.{other}")));
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Parse(Sources.Text(project)).Descendants("ProjectReference").Select(reference => Name(reference.Attribute("Include")!.Value));

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path);
}
