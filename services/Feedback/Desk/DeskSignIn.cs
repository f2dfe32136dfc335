using System.Security.Claims;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>Signing in: by the issuer's own page (authorization code with PKCE), and only in development by a pasted token. Either way the access token is checked as the API checks it.</summary>
internal static class DeskSignIn
{
    public const string Issuer = "desk issuer", Until = "until", Session = "session";

    /// <summary>However busy somebody is, after a working day the issuer is asked again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(9);

    public static IResult Page(string? back, HttpContext http, IAntiforgery antiforgery, DeskSettings settings, bool failed = false) =>
        DeskPage.Of<SignInPage>(http, antiforgery, ("Back", WayBack.Local(back)), ("ByIssuer", settings.Client is not null), ("ByToken", settings.TakesPastedTokens), ("Failed", failed));

    public static IResult Start(string? back) => Results.Challenge(new() { RedirectUri = WayBack.Local(back) }, [Issuer]);

    public static async Task<RedirectHttpResult> Out(HttpContext http, IAntiforgery antiforgery, EndedSessions ended, CancellationToken ct)
    {
        if (!(await OwnForm.Read(http, antiforgery)).IsOurs) return TypedResults.Redirect(DeskSession.SignInPath);
        if ((await http.AuthenticateAsync(DeskSession.Scheme)).Properties is { } session) await ended.Add(session, ct);
        await http.SignOutAsync(DeskSession.Scheme);
        return TypedResults.Redirect(DeskSession.SignInPath);
    }

    /// <summary>The session of whoever an access token names; null where it is no good, or not an official's.</summary>
    public static async Task<ClaimsPrincipal?> Read(HttpContext http, string token)
    {
        http.Request.Headers.Authorization = $"Bearer {token}";
        var result = await http.AuthenticateAsync();
        http.Request.Headers.Remove("Authorization");
        if (!result.Succeeded || Caller.Of(http) is not Official) return null;
        var names = ClaimSettings.From(http.RequestServices.GetRequiredService<IConfiguration>()).Names;
        string[] kept = ["sub", "name", names.Organisation, names.Roles, names.Methods, names.Categories];
        return new(new ClaimsIdentity(result.Principal.Claims.Where(claim => kept.Contains(claim.Type)), DeskSession.Scheme, "name", names.Roles));
    }

    public static Task Begin(HttpContext http, ClaimsPrincipal who, DateTimeOffset now)
    {
        var properties = new AuthenticationProperties();
        Name(properties, http, now);
        return http.SignInAsync(DeskSession.Scheme, who, properties);
    }

    /// <summary>Which session it is, and when it is over, however busy somebody is.</summary>
    public static void Name(AuthenticationProperties session, HttpContext http, DateTimeOffset now)
    {
        session.SetString(Session, $"{http.RequestServices.GetRequiredService<Cause>().NewId()}");
        session.SetString(Until, (now + Longest).ToString("O"));
    }
}
