using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Authentication;

namespace Ecosystem.Feedback.Desk;

/// <summary>Pages know their caller from a cookie as the API does from a token; whoever has none is sent to sign in. Every page may load from here only.</summary>
internal sealed class DeskSession(RequestDelegate next, TokenClaims claims, DeskSettings settings)
{
    public const string Scheme = "desk", SignInPath = "/desk/sign-in";

    private static readonly string[] Open = [SignInPath, "/desk/signed-in", "/desk/files"];

    private readonly string policy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{settings.TileOrigin}; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public async Task InvokeAsync(HttpContext http)
    {
        var isDesk = http.Request.Path.StartsWithSegments("/desk");
        if (isDesk || http.Request.Path.StartsWithSegments("/theo-doi")) Secure(http);
        if (!isDesk || await IsKnown(http) || Array.Exists(Open, path => http.Request.Path.StartsWithSegments(path)))
            await next(http);
        else
            http.Response.Redirect($"{SignInPath}?back={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/desk")}");
    }

    private async Task<bool> IsKnown(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Scheme)).Principal is not { } principal || claims.Caller(principal) is not Official official) return false;
        http.User = principal;
        http.Features.Set<Caller>(official);
        return true;
    }

    private void Secure(HttpContext http)
    {
        if (settings.Address is { } address) (http.Request.Scheme, http.Request.Host) = (address.Scheme, HostString.FromUriComponent(address));
        http.Request.Headers.Remove("Authorization");    // pages are for browsers: a token beside the cookie would be a second caller
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
