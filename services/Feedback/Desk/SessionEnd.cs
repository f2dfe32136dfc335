using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Ecosystem.Feedback.Desk;

/// <summary>How long a session lasts: until somebody signs out, 15 minutes without a sign of life, and never longer than a working day.</summary>
internal static class SessionEnd
{
    public static async Task Check(CookieValidatePrincipalContext session)
    {
        var (http, services) = (session.HttpContext, session.HttpContext.RequestServices);
        var isOver = !EndedSessions.TryUntil(session.Properties, out var until) || services.GetRequiredService<TimeProvider>().GetUtcNow() >= until;
        if (isOver || await services.GetRequiredService<EndedSessions>().Has(session.Properties, http.RequestAborted)) session.RejectPrincipal();
    }

    /// <summary>The issuer's access token, checked as the API would check it, becomes the session.</summary>
    public static async Task Begin(OAuthCreatingTicketContext ticket)
    {
        // Thrown, for the handler makes a session of whatever ticket it has, also of one that was told to fail.
        if (ticket.AccessToken is not { } token || await DeskSignIn.Read(ticket.HttpContext, token) is not { } who)
            throw new AuthenticationFailureException("The access token is no official's.");

        ticket.Principal = who;
        DeskSignIn.Name(ticket.Properties, ticket.HttpContext, ticket.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
