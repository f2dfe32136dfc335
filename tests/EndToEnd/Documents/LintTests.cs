using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Documents;

/// <summary>A linter of others judges the merged document; deploy/redocly/redocly.yaml says which of its rules do not count, and why.</summary>
public sealed class LintTests(City city)
{
    [Fact]
    public async Task The_merged_document_breaks_no_recommended_rule()
    {
        var document = (await city.Anyone().Get("/openapi/v1.json")).Is(200).Text;

        var report = await Lint(document);

        Assert.True(report["totals"]!["errors"]!.GetValue<int>() + report["totals"]!["warnings"]!.GetValue<int>() == 0, report.ToJsonString());
    }

    [Fact]
    public async Task The_linter_sees_what_is_wrong()
    {
        var report = await Lint("""{"openapi": "3.1.1", "info": {"title": "Wrong", "version": "1"}, "paths": {"/things": {"get": {"responses": {"200": {"$ref": "#/nowhere"}}}}}}""");

        Assert.NotEqual(0, report["totals"]!["errors"]!.GetValue<int>());
        Assert.NotEqual(0, report["totals"]!["warnings"]!.GetValue<int>());
    }

    private static async Task<JsonNode> Lint(string document)
    {
        var folder = Workspace.OfTests.Folder("redocly");
        await NodePackages.Install("redocly", folder, CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder, "openapi.json"), document);
        var (_, said) = await new Command("node", "node_modules/@redocly/cli/bin/cli.js", "lint", "openapi.json", "--format=json", "--config", Repository.File("deploy", "redocly", "redocly.yaml"))
        {
            Directory = folder,
            Environment = new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        }.Try(CancellationToken.None);
        return JsonNode.Parse(said[said.IndexOf('{', StringComparison.Ordinal)..(said.LastIndexOf('}') + 1)])!;
    }
}
