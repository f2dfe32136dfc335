using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Ecosystem.Feedback.Desk;

/// <summary>How long a session lasts: 15 minutes without a sign of life, and never longer than a working day.</summary>
internal static class SessionEnd
{
    public static Task Check(CookieValidatePrincipalContext session)
    {
        var now = session.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!DateTimeOffset.TryParse(session.Properties.GetString(DeskSignIn.Until), CultureInfo.InvariantCulture, out var until) || now >= until) session.RejectPrincipal();
        return Task.CompletedTask;
    }

    /// <summary>The issuer's access token, checked as the API would check it, becomes the session.</summary>
    public static async Task Begin(OAuthCreatingTicketContext ticket)
    {
        if (ticket.AccessToken is not { } token || await DeskSignIn.Read(ticket.HttpContext, token) is not { } who)
        {
            ticket.Fail("The access token is no official's.");
            return;
        }

        ticket.Principal = who;
        ticket.Properties.SetString(DeskSignIn.Until, DeskSignIn.End(ticket.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()));
    }
}
