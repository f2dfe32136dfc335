using Microsoft.AspNetCore.Antiforgery;

namespace Ecosystem.Feedback.Desk;

/// <summary>
/// For development only, where the issuer gives any token to anybody and has no sign-in page: a token pasted into a form. It stands before the
/// authentication of the request, which would otherwise have been decided already.
/// </summary>
internal sealed class PastedToken(RequestDelegate next, TimeProvider clock)
{
    private const string Path = $"{DeskSession.SignInPath}/token";

    public async Task InvokeAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (http.Request.Path != Path || !HttpMethods.IsPost(http.Request.Method))
        {
            await next(http);
            return;
        }

        var (isOurs, form) = await OwnForm.Read(http, antiforgery);
        if (isOurs && await DeskSignIn.Read(http, form["token"].ToString().Trim()) is { } who)
        {
            await DeskSignIn.Begin(http, who, clock.GetUtcNow());
            http.Response.Redirect(WayBack.Local(form["back"]));
        }
        else
        {
            http.Response.Redirect($"{DeskSession.SignInPath}?failed=true&back={Uri.EscapeDataString(WayBack.Local(form["back"]))}");
        }
    }
}
