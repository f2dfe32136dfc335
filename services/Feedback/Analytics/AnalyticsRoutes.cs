using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Reports in numbers.</summary>
internal static class AnalyticsRoutes
{
    public static void KeepAnalytics(this StoreBuilder store) => store.Projection<ReportFact>("report_fact", ReportFact.On);

    public static void AddAnalytics(this IServiceCollection services) => services.AddSingleton<Facts>().AddSingleton(typeof(Remembered<,>));

    public static void MapAnalytics(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/analytics/queries", QueryAnalytics.Handle).RequireScope("feedback.analyse").WithSummary("Ask a question of the numbers of reports");
        app.MapGet("/v1/analytics/catalogue", ReadCatalogue.Handle).RequireScope("feedback.analyse").WithSummary("See what can be asked");
        app.MapGet("/v1/analytics/league", ReadLeague.Handle).RequireScope("feedback.analyse").WithSummary("Compare units: processed, on time, median, reopened, satisfaction");
        app.MapGet("/v1/public/satisfaction", ReadSatisfaction.Handle).AllowAnonymous().WithSummary("See how satisfied citizens are with the answers");
        app.MapGet("/v1/expected-times", ReadExpectedTime.Handle).RequireScope("feedback.read").WithSummary("See how long answers took lately, of this kind and here");
    }
}
