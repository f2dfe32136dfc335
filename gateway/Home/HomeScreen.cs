using System.Text.Json;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Gateway.Home;

/// <summary>The first screen of the city app in one call. Its parts are asked at once and fail alone: an old part is better than none, and says its age.</summary>
public static class HomeScreen
{
    /// <param name="Items">As the service lists them; null when it did not answer and nothing is remembered.</param>
    /// <param name="AgeSeconds">How old the items are; 0 when they were read now.</param>
    public sealed record Part(JsonElement? Items, int AgeSeconds);

    /// <param name="Reports">The citizen's own reports, newest first.</param>
    /// <param name="Notices">The newest messages of the inbox.</param>
    /// <param name="Campaigns">What the commune's residents can enroll in; null where no commune was given.</param>
    /// <param name="Partial">Names of the parts that are old or missing; empty when all is well.</param>
    public sealed record Answer(Part Reports, Part Notices, Part? Campaigns, IReadOnlyList<string> Partial);

    public static IServiceCollection AddHome(this IServiceCollection services) => services.AddSingleton<HomeParts>();

    public static void MapHome(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/home", Handle).RequireScope("inbox.read").WithMetadata(new ServesSandbox()).WithSummary("Read a citizen's first screen: own reports, notices, the commune's campaigns");

    /// <param name="unit">The commune whose campaigns are shown, five digits.</param>
    private static async Task<Ok<Answer>> Handle([UnitCode] string? unit, Citizen by, HttpContext http, HomeParts parts)
    {
        var reports = parts.Read("reports", "feedback", "/v1/reports?limit=5", by, http);
        var notices = parts.Read("notices", "notifications", "/v1/inbox?limit=10", by, http);
        var campaigns = unit is null ? null : parts.Read("campaigns", "campaigns", $"/v1/open-campaigns?unit={unit}&limit=5", by, http);
        (string Name, Part? Part)[] found = [("reports", await reports), ("notices", await notices), ("campaigns", campaigns is null ? null : await campaigns)];
        return TypedResults.Ok(new Answer(found[0].Part!, found[1].Part!, found[2].Part, [.. found.Where(one => one.Part is { Items: null } or { AgeSeconds: > 0 }).Select(one => one.Name)]));
    }
}
