using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ecosystem.ServiceDefaults;

/// <summary>The scope of an endpoint, for the documents, the problem's text and the test that walks all endpoints.</summary>
public sealed record RequiredScope(string Name);

/// <summary>How sure it must be which citizen asks: VNeID's level.</summary>
public sealed record RequiredLevel(int Level);

/// <summary>A change of what was read before: If-Match must say which version that was.</summary>
public sealed record RequiredVersion;

public static class ScopedEndpoints
{
    /// <summary>
    /// Names what a caller must be allowed to do. With it come the conventions of every endpoint that is not public:
    /// the request's <see cref="EventSourcing.Cause"/>, the headers ETag, Position and Min-Position, no unknown query parameters, signed cursors, and times with their zone.
    /// </summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.RequireAuthorization(policy => policy.AddRequirements(new AccessRequirement()));
        endpoint.Add(built => built.Metadata.Add(new RequiredScope(scope)));
        endpoint.Add(built => built.FilterFactories.Add((context, next) => KnownQuery.Filter(context, next, ((RouteEndpointBuilder)built).RoutePattern)));
        endpoint.Add(built => built.FilterFactories.Add(SignedCursors.Filter));
        endpoint.AddEndpointFilter<TBuilder, ZonedQuery>();
        endpoint.AddEndpointFilter<TBuilder, MinPosition>();
        endpoint.AddEndpointFilter<TBuilder, PositionHeaders>();
        return endpoint;
    }

    /// <summary>For an act that binds: a citizen must be identified at this level, not just known.</summary>
    public static TBuilder RequireLevel<TBuilder>(this TBuilder endpoint, int level) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built => built.Metadata.Add(new RequiredLevel(level)));
        return endpoint;
    }

    /// <summary>For what replaces a thing that several may be changing: without If-Match it is refused with 428, so that nobody undoes a change unseen.</summary>
    public static TBuilder RequireIfMatch<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(built => built.Metadata.Add(new RequiredVersion()));
        return endpoint;
    }
}

/// <summary>Anyone whose token names a caller, and who has what the endpoint asks for.</summary>
internal sealed class AccessRequirement : AuthorizationHandler<AccessRequirement>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRequirement requirement)
    {
        if (context.Resource is HttpContext http && Caller.Of(http) is { } caller && Denial.Of(caller, http.GetEndpoint()) is null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
