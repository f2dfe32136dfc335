using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Deadlines;

/// <summary>What is due when, and who hears of it when it was missed.</summary>
internal static class DeadlineRoutes
{
    public static void AddDeadlines(this IServiceCollection services)
    {
        services.AddScoped<Rulebook>().AddScoped<SweepRound>().AddScoped<CalendarMoves>().AddScoped<DeadlineSweep>();
        services.AddSweep("deadlines", DeadlineSweep.Pace, (provider, ct) => provider.GetRequiredService<DeadlineSweep>().Run(ct));
    }

    public static void MapDeadlines(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/deadlines", ListDeadlines.Handle).RequireScope("feedback.handle").WithSummary("List the unit's open reports, those that are due first first");
        app.MapPost("/v1/time-limits/{code}/replay", ReplayTimeLimits.Handle).RequireScope("feedback.coordinate").WithSummary("Count how many of the last days' reports would be late by drafted limits");
        app.MapGet("/v1/reports/{id}/deadlines", ReadDeadlines.Handle).RequireScope("feedback.read").WithSummary("Read a report's clocks, pauses, moves and escalations, now or as of a time");
    }
}
