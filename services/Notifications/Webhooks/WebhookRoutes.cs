using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Webhooks;

/// <summary>Where systems say which events shall come to them, and look after it.</summary>
internal static class WebhookRoutes
{
    public static void MapWebhooks(this IEndpointRouteBuilder app)
    {
        var webhooks = app.MapGroup("/v1/webhooks").RequireScope("webhooks.manage");
        webhooks.MapPost("", CreateWebhook.Handle).WithSummary("Say where events shall go, and which");
        webhooks.MapGet("", ListWebhooks.Handle).WithSummary("The caller's own webhooks");
        webhooks.MapGet("/{id}", ReadWebhook.Handle).WithSummary("One webhook and how it does");
        webhooks.MapPut("/{id}", ChangeWebhook.Handle).RequireIfMatch().WithSummary("Say anew where which events shall go");
        webhooks.MapDelete("/{id}", DeleteWebhook.Handle).WithSummary("Delete a webhook");
        webhooks.MapPost("/{id}/secret", RotateSecret.Handle).WithSummary("A new secret; the one before signs beside it for a day");
        webhooks.MapGet("/{id}/keys", ReadPublicKeys.Handle).WithSummary("The public keys of its signatures");
        webhooks.MapPost("/{id}/ping", PingWebhook.Handle).WithSummary("Send a trial event at once");
        webhooks.MapPost("/{id}/disablement", DisableWebhook.Handle).WithSummary("Send nothing for now");
        webhooks.MapPost("/{id}/enablement", EnableWebhook.Handle).WithSummary("Send again");
        webhooks.MapGet("/{id}/attempts", ListAttempts.Handle).WithSummary("What was tried, newest first");
        webhooks.MapPost("/{id}/replays", ReplayFrom.Handle).WithSummary("Send all events after a position again");
        webhooks.MapPost("/{id}/replays/one", ReplayEvent.Handle).WithSummary("Send one event again");
    }
}
