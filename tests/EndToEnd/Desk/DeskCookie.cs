using System.Net;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Ecosystem.EndToEnd.Desk;

/// <summary>The desk's session as whoever has the master key could write it: no test waits for nine hours.</summary>
internal static class DeskCookie
{
    private static readonly TicketDataFormat Format = new(
        new DerivedProtection(Convert.FromBase64String(Places.BesideTheCity.Secret("master-key"))).CreateProtector("desk").CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", "desk", "v2"));

    public static AuthenticationProperties Of(Cookie session) => Format.Unprotect(session.Value)!.Properties;

    /// <summary>The same session at another moment of its life.</summary>
    public static Cookie Changed(Cookie session, Action<AuthenticationProperties> change)
    {
        var ticket = Format.Unprotect(session.Value)!;
        change(ticket.Properties);
        return new("desk", Format.Protect(ticket));
    }
}
