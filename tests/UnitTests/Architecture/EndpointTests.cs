using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>A service's Program.cs is where one sees who may call what; the gateway must let every one of its routes through.</summary>
public sealed partial class EndpointTests
{
    [Fact]
    public void Every_endpoint_says_who_may_call_it()
    {
        foreach (var service in Sources.Services)
        {
            var statements = Sources.Text($"services/{service}/Program.cs").Split(";\n");
            var guarded = statements.Select(statement => GuardedGroup().Match(statement)).Where(group => group.Success).Select(group => group.Groups[1].Value).ToHashSet();
            var endpoints = statements.Select(statement => Endpoint().Match(statement)).Where(endpoint => endpoint.Success).ToList();

            Assert.True(endpoints.Count >= 5, $"only {endpoints.Count} endpoints found in {service}");
            Assert.All(endpoints, endpoint => Assert.True(
                guarded.Contains(endpoint.Groups["on"].Value) || Guard().IsMatch(endpoint.Groups["rest"].Value),
                $"{service} {endpoint.Groups["route"].Value} names neither a scope nor AllowAnonymous"));
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
    public void Only_public_tracking_is_anonymous()
    {
        var anonymous = Sources.Services.SelectMany(service => Sources.Text($"services/{service}/Program.cs").Split('\n')).Where(line => line.Contains("AllowAnonymous", StringComparison.Ordinal));

        Assert.Contains("/v1/tracking/{code}", Assert.Single(anonymous), StringComparison.Ordinal);
    }

    [Fact]
    public void The_gateway_forwards_every_route_to_the_service_that_has_it()
    {
        var gateway = JsonDocument.Parse(Sources.Text("gateway/appsettings.json")).RootElement.GetProperty("ReverseProxy").GetProperty("Routes").EnumerateObject()
            .Select(route => (Cluster: route.Value.GetProperty("ClusterId").GetString(), Path: route.Value.GetProperty("Match").GetProperty("Path").GetString()!)).ToList();

        foreach (var service in Sources.Services)
            Assert.All(Routes(service), route => Assert.Contains(gateway, entry => service.Equals(entry.Cluster, StringComparison.OrdinalIgnoreCase) && Covers(entry.Path, route)));
    }

    private static IEnumerable<string> Routes(string service) =>
        Sources.Text($"services/{service}/Program.cs").Split(";\n").Select(statement => Endpoint().Match(statement)).Where(endpoint => endpoint.Success && endpoint.Groups["on"].Value == "app")
            .Select(endpoint => endpoint.Groups["route"].Value).Append($"/v1/operations/{service.ToLowerInvariant()}");

    private static bool Covers(string path, string route) => path == route || (path.EndsWith("/{**rest}", StringComparison.Ordinal) && $"{route}/".StartsWith(path[..^"{**rest}".Length], StringComparison.Ordinal));

    [GeneratedRegex(@"var (\w+) = app\.MapGroup\(.*\)\.RequireScope\(")]
    private static partial Regex GuardedGroup();

    [GeneratedRegex(@"(?<on>\w+)\.Map(?:Get|Post|Put|Patch|Delete)\(""(?<route>[^""]*)"",(?<rest>.*)", RegexOptions.Singleline)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\.(RequireScope|AllowAnonymous)\(")]
    private static partial Regex Guard();
}
