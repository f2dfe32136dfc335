using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>Reports that go on to another agency's system, and what it says of them.</summary>
internal static class ForwardingRoutes
{
    public static void KeepForwardings(this StoreBuilder store) => store
        .Stream<Target, TargetEvent>("forwarding_target", _ => Target.None, Target.Evolve).View<Target>("forwarding_target", Target.Fold)
        .Stream<Forwarding, ForwardingEvent>("forwarding", _ => Forwarding.None, Forwarding.Evolve).View<Forwarding>("forwarding", Forwarding.Fold)
        .Stream<FailureSummary, FailureSummaryEvent>("forwarding_failures", _ => new(IsTold: false), FailureSummary.Evolve);

    public static void AddForwarding(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ForwardingSchedule.From(builder.Configuration)).AddSingleton<Agencies>();
        builder.Services.AddScoped<Updates>().AddScoped<Dispatch>().AddScoped<SumFailures>().AddSingleton<ForwardingSweep>();
        builder.Services.AddSweep("forwarding", ForwardingSweep.Pace, (provider, ct) =>
            provider.GetRequiredService<ForwardingSweep>().Run(provider.GetRequiredService<Dispatch>(), provider.GetRequiredService<SumFailures>(), ct));
    }

    public static void MapForwarding(this IEndpointRouteBuilder app)
    {
        app.MapPut("/v1/forwarding/targets/{code}", SetTarget.Handle).RequireScope("feedback.coordinate").WithSummary("Decide how another agency's server is used");
        app.MapGet("/v1/forwarding/targets", ListTargets.Handle).RequireScope("feedback.handle").WithSummary("List the agencies to which reports can be forwarded");
        app.MapGet("/v1/forwarding/failures", ListFailures.Handle).RequireScope("feedback.coordinate").WithSummary("List reports that an agency's server has not taken yet");
        app.MapPost("/v1/reports/{id}/forwarding", ForwardReport.Handle).RequireScope("feedback.handle").WithSummary("Forward a report to another agency's system");
        app.MapGet("/v1/reports/{id}/forwarding", ReadForwarding.Handle).RequireScope("feedback.handle").WithSummary("See how far a report is at other agencies");
        app.MapPost("/v1/reports/{id}/forwarding/{target}/updates", HearUpdate.Handle).RequireScope("feedback.submit").WithSummary("Tell, as the agency's system, how far it is");
    }
}
