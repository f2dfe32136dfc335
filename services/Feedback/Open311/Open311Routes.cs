using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Open311;

/// <summary>Open311 GeoReport v2: reports for outsiders, in the words of the standard.</summary>
internal static class Open311Routes
{
    private static readonly string[] Types = ["text/xml"];

    public static void MapOpen311(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open311/discovery.{format}", Discover.Handle).AllowAnonymous().WithSummary("Open311: which servers there are").Produces<Discovery>(200, "application/json", Types);
        app.MapGet("/open311/v2/services.{format}", ListServices.Handle).AllowAnonymous().WithSummary("Open311: what can be reported").Produces<Service[]>(200, "application/json", Types);
        app.MapGet("/open311/v2/services/{code}.{format}", ReadService.Handle).AllowAnonymous().WithSummary("Open311: what can be told of a service").Produces<Definition>(200, "application/json", Types);
        app.MapPost("/open311/v2/requests.{format}", PostRequest.Handle).RequireScope("feedback.submit").WithSummary("Open311: hand in a report")
            .Accepts<RequestForm>("application/x-www-form-urlencoded").DisableAntiforgery().Produces<Posted[]>(200, "application/json", Types);
        app.MapGet("/open311/v2/requests.{format}", ListRequests.Handle).AllowAnonymous().WithSummary("Open311: reports of a period, without personal data").Produces<ServiceRequest[]>(200, "application/json", Types);
        app.MapGet("/open311/v2/requests/{id}.{format}", ReadRequest.Handle).AllowAnonymous().WithSummary("Open311: one report, without personal data").Produces<ServiceRequest[]>(200, "application/json", Types);
        app.MapGet("/open311/v2/tokens/{token}.{format}", ReadToken.Handle).AllowAnonymous().WithSummary("Open311: the id for a tracking code").Produces<Exchanged[]>(200, "application/json", Types);
    }
}
