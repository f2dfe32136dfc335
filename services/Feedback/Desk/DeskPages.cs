using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;

namespace Ecosystem.Feedback.Desk;

/// <summary>Pages for people: the officials' desk and the citizens' tracking page, over the API's own features.</summary>
internal static class DeskPages
{
    public static void AddDeskPages(this WebApplicationBuilder builder)
    {
        var settings = DeskSettings.From(builder.Configuration, builder.Environment);
        var isSafe = !builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(settings).AddSingleton<EndedSessions>().AddRazorComponents();
        builder.Services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        builder.Services.AddAntiforgery(forms => (forms.FormFieldName, forms.HeaderName, forms.SuppressXFrameOptionsHeader, forms.Cookie) =
            ("_token", null, true, new() { Name = isSafe ? "__Host-desk-form" : "desk-form", SameSite = SameSiteMode.Lax, HttpOnly = true, Path = "/", SecurePolicy = isSafe ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest }));
        var sessions = builder.Services.AddAuthentication().AddCookie(DeskSession.Scheme, cookie =>
        {
            cookie.Cookie = new() { Name = isSafe ? "__Host-desk" : "desk", SameSite = SameSiteMode.Lax, HttpOnly = true, Path = "/", SecurePolicy = isSafe ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest };
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (TimeSpan.FromMinutes(15), true);    // TCVN 14423, level 3
            cookie.Events.OnValidatePrincipal = SessionEnd.Check;
        });
        if (settings.Client is not null) sessions.AddOAuth(DeskSignIn.Issuer, issuer => Trust(issuer, settings, isSafe));
        builder.Services.AddSingleton<IDataProtectionProvider>(provider => new DerivedProtection(Convert.FromBase64String(provider.GetRequiredService<IConfiguration>()["ECOSYSTEM_MASTER_KEY"] ?? "")).CreateProtector("desk"));
    }

    /// <summary>Before everything else: a page's caller must be known when the API's endpoints are chosen and guarded.</summary>
    public static void UseDeskPages(this WebApplication app)
    {
        app.UseMiddleware<DeskSession>();
        if (app.Services.GetRequiredService<DeskSettings>().TakesPastedTokens) app.UseMiddleware<PastedToken>();
        app.UseMiddleware<DeskForms>();
        app.UseRouting();
    }

    public static void MapDeskPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/theo-doi", ShowTracking.Form).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/theo-doi/{code}", ShowTracking.Handle).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/desk/files/{**path}", DeskFiles.Handle).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/desk/sign-in", DeskSignIn.Page).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/desk/sign-in/start", DeskSignIn.Start).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/desk/sign-out", DeskSignIn.Out).RequireScope("feedback.read").ExcludeFromDescription();
        app.MapGet("/desk", Inbox.Handle).RequireScope("feedback.handle").AddEndpointFilter(DeskPage.Tell).ExcludeFromDescription();
        app.MapGet("/desk/map", Inbox.Map).RequireScope("feedback.handle").AddEndpointFilter(DeskPage.Tell).ExcludeFromDescription();
        app.MapGet("/desk/reports/{id:guid}", ShowReport.Handle).RequireScope("feedback.handle").AddEndpointFilter(DeskPage.Tell).ExcludeFromDescription();
    }

    private static void Trust(OAuthOptions issuer, DeskSettings settings, bool isSafe)
    {
        (issuer.ClientId, issuer.ClientSecret, issuer.AuthorizationEndpoint, issuer.TokenEndpoint) = (settings.Client!, settings.Secret ?? "", settings.Authorize!, settings.Token!);
        (issuer.CallbackPath, issuer.SignInScheme, issuer.UsePkce) = ("/desk/signed-in", DeskSession.Scheme, true);
        issuer.Scope.Add("openid");
        issuer.AdditionalAuthorizationParameters["prompt"] = "login";    // else whoever sits down after a session's end is let in by the issuer's own, without a word
        issuer.BackchannelTimeout = TimeSpan.FromSeconds(10);
        (issuer.CorrelationCookie.Name, issuer.CorrelationCookie.SameSite, issuer.CorrelationCookie.SecurePolicy) = ("desk-sign-in.", SameSiteMode.Lax, isSafe ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        issuer.Events.OnCreatingTicket = SessionEnd.Begin;
        issuer.Events.OnRemoteFailure = failure =>
        {
            failure.Response.Redirect($"{DeskSession.SignInPath}?failed=true");
            failure.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
