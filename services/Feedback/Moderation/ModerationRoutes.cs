using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>What everybody may see, and what keeps a few from spoiling it.</summary>
internal static class ModerationRoutes
{
    public static void KeepModeration(this StoreBuilder store) => store
        .Stream<Sender, SenderEvent>("sender", Sender.New, Sender.Evolve)
        .Stream<AbusePlan, AbuseEvent>("abuse_rules", AbusePlan.New, AbusePlan.Evolve);

    public static void AddModeration(this IServiceCollection services)
    {
        services.AddScoped<AbuseControl>();
        services.AddInForce<AbusePlan, AbuseEvent, AbuseRules>(AbusePlan.Id, AbusePlan.New(AbusePlan.Id));
    }

    public static void MapModeration(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/moderation", ListModeration.Handle).RequireScope("feedback.coordinate").WithSummary("List what waits to be looked at, or is hidden");
        app.MapPost("/v1/reports/{id}/moderation", ModerateReport.Handle).RequireScope("feedback.coordinate").WithSummary("Show or hide a report's words");
        app.MapPost("/v1/reports/{id}/moderation/attachments/{number}", ModerateAttachment.Handle).RequireScope("feedback.coordinate").WithSummary("Show or hide an attachment");
        app.MapGet("/v1/tracking/{code}/content", ShowContent.Handle).AllowAnonymous().WithSummary("Read what everybody may of a report's words and photos");
        app.MapPost("/v1/tracking/{code}/flags", FlagReport.Handle).RequireScope("feedback.submit").WithSummary("Say that a report's public words should not be there");
        app.MapGet("/v1/abuse-rules", SetAbuseRules.Read).RequireScope("feedback.coordinate").WithSummary("Read how much one person may send, and which words are held");
        app.MapPut("/v1/abuse-rules", SetAbuseRules.Handle).RequireScope("feedback.coordinate").WithSummary("Decide how much one person may send, and which words are held");
    }
}
