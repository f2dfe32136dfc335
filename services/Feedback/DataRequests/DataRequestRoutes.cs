using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>The rights of persons over their data (Law 91/2025/QH15, Decree 356/2025).</summary>
internal static class DataRequestRoutes
{
    public static void KeepDataRequests(this StoreBuilder store) => store
        .Stream<DataRequest, DataRequestEvent>("data_request", _ => DataRequest.None, DataRequest.Evolve).View<DataRequest>("data_request", DataRequest.Fold)
        .Stream<DataSubject, DataSubjectEvent>("data_subject", _ => DataSubject.Free, DataSubject.Evolve).View<DataSubject>("data_subject", DataSubject.Fold);

    public static void AddPersonErasure(this IServiceCollection services) => services.AddScoped<ErasePerson>();

    public static void MapDataRequests(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/me/data-requests", MakeDataRequest.Handle).RequireScope("feedback.submit").WithSummary("Ask for something about the own personal data");
        app.MapGet("/v1/me/data-requests", ListDataRequests.OfCaller).RequireScope("feedback.submit").WithSummary("List the own requests about personal data");
        app.MapGet("/v1/me/personal-data", ExportPersonalData.Handle).RequireScope("feedback.submit").WithSummary("Get all that is kept about the caller");
        app.MapDelete("/v1/me/restriction", FreeProcessing.Handle).RequireScope("feedback.submit").WithSummary("Allow the use of the own data again");
        app.MapGet("/v1/data-requests", ListDataRequests.OfProvince).RequireScope("feedback.coordinate").WithSummary("List requests about personal data, the next due first");
        app.MapPost("/v1/data-requests/{id}/acknowledgement", AcknowledgeDataRequest.Handle).RequireScope("feedback.coordinate").WithSummary("Answer that a request is looked at");
        app.MapPost("/v1/data-requests/{id}/extension", ExtendDataRequest.Handle).RequireScope("feedback.coordinate").WithSummary("Take longer, once, for a reason");
        app.MapPost("/v1/data-requests/{id}/decision", DecideDataRequest.Handle).RequireScope("feedback.coordinate").WithSummary("Grant a request, or refuse it for a reason of the law");
    }
}
