using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ecosystem.Feedback.Attachments;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>A service's Program.cs, *Routes.cs and *Pages.cs are where one sees who may call what; the gateway must let every one of its routes through.</summary>
public sealed partial class EndpointTests
{
    /// <summary>What anyone may call without a token.</summary>
    private static readonly string[] Public =
    [
        "/desk/files/{**path}",
        "/desk/sign-in",
        "/desk/sign-in/start",
        "/open311/discovery.{format}",
        "/open311/v2/requests.{format}",
        "/open311/v2/requests/{id}.{format}",
        "/open311/v2/services.{format}",
        "/open311/v2/services/{code}.{format}",
        "/open311/v2/tokens/{token}.{format}",
        "/theo-doi",
        "/theo-doi/{code}",
        "/v1/anchors/{day}",
        "/v1/assistant/questions",
        "/v1/assistant/questions/{id}/rating",
        "/v1/attachments/{token}",
        "/v1/guidance/articles",
        "/v1/guidance/articles/{code}",
        "/v1/open-data/reports",
        "/v1/open-data/reports/{file}",
        "/v1/public/map",
        "/v1/public/nearest",
        "/v1/public/reports",
        "/v1/public/reports.atom",
        "/v1/public/satisfaction",
        "/v1/tracking/{code}",
        "/v1/tracking/{code}/content",
    ];

    [Fact]
    public void Every_endpoint_says_who_may_call_it()
    {
        foreach (var service in Sources.Services)
        {
            var endpoints = Tables(service).SelectMany(table => Endpoints(table)).ToList();

            Assert.True(endpoints.Count >= 5, $"only {endpoints.Count} endpoints found in {service}");
            Assert.All(endpoints, endpoint => Assert.True(endpoint.IsGuarded, $"{service} {endpoint.Route} names neither a scope nor AllowAnonymous"));
        }
    }

    [Fact]
    public void Every_endpoint_of_the_registry_of_partners_is_for_operators()
    {
        var text = Sources.Text("gateway/Partners/PartnerEndpoints.cs");

        Assert.Equal(["partners"], text.Split(";\n").Select(statement => GuardedGroup().Match(statement)).Where(group => group.Success).Select(group => group.Groups[1].Value));
        Assert.All(text.Split(";\n").Select(statement => Endpoint().Match(statement)).Where(endpoint => endpoint.Success), endpoint => Assert.Equal("partners", endpoint.Groups["on"].Value));
        Assert.DoesNotContain("AllowAnonymous", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_meant_for_everybody_is_anonymous()
    {
        var anonymous = Sources.Services.SelectMany(Tables).SelectMany(table => table.Split(";\n")).Where(statement => statement.Contains("AllowAnonymous", StringComparison.Ordinal)).Select(statement => Endpoint().Match(statement).Groups["route"].Value);

        Assert.Equal(Public.Order(), anonymous.Order());
    }

    [Fact]
    public void The_gateway_forwards_every_route_to_the_service_that_has_it()
    {
        var gateway = JsonDocument.Parse(Sources.Text("gateway/appsettings.json")).RootElement.GetProperty("ReverseProxy").GetProperty("Routes").EnumerateObject()
            .Select(route => (Cluster: route.Value.GetProperty("ClusterId").GetString(), Path: route.Value.GetProperty("Match").GetProperty("Path").GetString()!)).ToList();

        foreach (var service in Sources.Services)
            Assert.All(Routes(service), route => Assert.Contains(gateway, entry => service.Equals(entry.Cluster, StringComparison.OrdinalIgnoreCase) && Covers(entry.Path, route)));
    }

    [Fact]
    public void What_anyone_may_send_is_counted_and_a_file_has_the_same_room_at_the_desk_as_at_the_API()
    {
        var settings = JsonDocument.Parse(Sources.Text("gateway/appsettings.json")).RootElement;
        var routes = settings.GetProperty("ReverseProxy").GetProperty("Routes");
        var counted = settings.GetProperty("Limits").GetProperty("Plans").GetProperty("public").EnumerateObject().Select(plan => plan.Name).ToList();
        var open = routes.EnumerateObject().Where(route => route.Value.TryGetProperty("AuthorizationPolicy", out var policy) && policy.GetString() == "anonymous").Select(route => route.Value);

        Assert.All(open.Where(route => route.TryGetProperty("Metadata", out _)), route => Assert.Contains(route.GetProperty("Metadata").GetProperty("Class").GetString(), counted));
        Assert.All(["desk-upload", "attachments-upload"], name => Assert.Equal(AddAttachment.MostInRequest, routes.GetProperty(name).GetProperty("MaxRequestBodySize").GetInt32()));
    }

    [Fact]
    public void The_sandbox_of_a_service_is_reached_as_the_service_is_and_nowhere_by_default()
    {
        var clusters = JsonNode.Parse(Sources.Text("gateway/appsettings.json"))!["ReverseProxy"]!["Clusters"]!.AsObject();

        foreach (var service in Sources.Services.Select(service => service.ToLowerInvariant()))
        {
            clusters[service]!.AsObject().Remove("Destinations");
            Assert.True(JsonNode.DeepEquals(clusters[service], clusters[$"{service}_sandbox"]), service);
        }
    }

    private static IEnumerable<string> Routes(string service) =>
        Tables(service).SelectMany(Endpoints).Where(endpoint => endpoint.On == "app").Select(endpoint => endpoint.Route).Append($"/v1/operations/{service.ToLowerInvariant()}");

    private static IEnumerable<string> Tables(string service) =>
        Sources.Files("*.cs", $"services/{service}").Where(file => file.EndsWith("/Program.cs", StringComparison.Ordinal) || file.EndsWith("Routes.cs", StringComparison.Ordinal) || file.EndsWith("Pages.cs", StringComparison.Ordinal)).Select(Sources.Text);

    private static IEnumerable<(string On, string Route, bool IsGuarded)> Endpoints(string table)
    {
        var statements = table.Split(";\n");
        var guarded = statements.Select(statement => GuardedGroup().Match(statement)).Where(group => group.Success).Select(group => group.Groups[1].Value).ToHashSet();
        return statements.Select(statement => Endpoint().Match(statement)).Where(endpoint => endpoint.Success)
            .Select(endpoint => (endpoint.Groups["on"].Value, endpoint.Groups["route"].Value, guarded.Contains(endpoint.Groups["on"].Value) || Guard().IsMatch(endpoint.Groups["rest"].Value)));
    }

    private static bool Covers(string path, string route) => path == route || (path.EndsWith("/{**rest}", StringComparison.Ordinal) && $"{route}/".StartsWith(path[..^"{**rest}".Length], StringComparison.Ordinal));

    [GeneratedRegex(@"var (\w+) = app\.MapGroup\(.*\)\.RequireScope\(")]
    private static partial Regex GuardedGroup();

    [GeneratedRegex(@"(?<on>\w+)\.Map(?:Get|Post|Put|Patch|Delete)\(""(?<route>[^""]*)"",(?<rest>.*)", RegexOptions.Singleline)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\.(RequireScope|AllowAnonymous)\(")]
    private static partial Regex Guard();
}
