using System.Collections.Immutable;
using System.Security.Claims;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Feed;

/// <summary>A system that hears events, and what it may hear: the token's claims <c>feed_units</c> and <c>feed_types</c> narrow it; without them it is all.</summary>
public sealed record FeedReader(string Id, ImmutableArray<string> Units, ImmutableArray<string> Types)
{
    public static async ValueTask<FeedReader?> BindAsync(HttpContext http) => Of(await SystemClient.BindAsync(http), http.User);

    public static FeedReader Of(SystemClient client, ClaimsPrincipal token) => new(client.Id, Claims(token, "feed_units"), Claims(token, "feed_types"));

    /// <summary>What a subscription asks for, within what may be heard; where nothing is asked for, all that may be.</summary>
    /// <exception cref="Refused">It asks for more than may be heard.</exception>
    public Selection Narrow(IReadOnlyList<string> types, IReadOnlyList<string> units)
    {
        var typesAreAllowed = Types.IsEmpty || types.All(type => Types.Any(allowed => TypePattern.Includes(allowed, type)));
        var unitsAreAllowed = Units.IsEmpty || units.All(unit => Units.Any(allowed => OrganisationCode.Covers(allowed, unit)));
        if (!typesAreAllowed || !unitsAreAllowed) throw new Refused(NotificationsProblems.NotYoursToHear);
        return new(Or(types, Types.IsEmpty ? ["*"] : Types), Or(units, Units));
    }

    private static ImmutableArray<string> Or(IReadOnlyList<string> asked, ImmutableArray<string> otherwise) => asked.Count > 0 ? [.. asked.Distinct()] : otherwise;

    private static ImmutableArray<string> Claims(ClaimsPrincipal token, string name) => [.. token.FindAll(name).Select(claim => claim.Value)];
}
