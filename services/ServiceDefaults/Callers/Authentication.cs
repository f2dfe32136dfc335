using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Bearer tokens of the known issuers, checked alike at the gateway and in every service. An issuer's metadata and keys are
/// fetched with its first token, so a service starts without it; keys once known stay in use while it is away.
/// </summary>
internal static class Authentication
{
    private const string ByIssuer = "by issuer";

    public static void AddCallers(this WebApplicationBuilder builder)
    {
        // The first token under a new key waits until that key is fetched, instead of being refused meanwhile.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        var issuers = Issuers.From(builder.Configuration, builder.Environment);
        var known = new KnownTokens(TimeProvider.System);
        var audience = builder.Configuration["ECOSYSTEM_AUDIENCE"] ?? "ecosystem";
        builder.Services.AddSingleton(ClaimSettings.From(builder.Configuration)).AddSingleton<TokenClaims>();
        builder.Services.Configure<KeyManagementOptions>(KeysInMemory.Use);
        var schemes = builder.Services.AddAuthentication(ByIssuer)
            .AddPolicyScheme(ByIssuer, displayName: null, options => options.ForwardDefaultSelector = http => issuers.Scheme(http, known))
            .AddJwtBearer(Issuers.Unknown, options => options.Events = new() { OnMessageReceived = Refuse });
        foreach (var issuer in issuers.All)
            schemes.AddJwtBearer(issuer.OriginalString, options => Trust(options, issuer, audience, known));
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new([new AccessRequirement()], []));
    }

    private static void Trust(JwtBearerOptions options, Uri issuer, string audience, KnownTokens known)
    {
        options.Authority = issuer.OriginalString;
        options.RequireHttpsMetadata = issuer.Scheme == Uri.UriSchemeHttps;
        options.BackchannelTimeout = TimeSpan.FromSeconds(3);
        options.RefreshInterval = TimeSpan.FromSeconds(30); // an unknown key asks the issuer again at most this often
        options.AutomaticRefreshInterval = TimeSpan.FromMinutes(10); // a key that the issuer took back is refused from then on
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(known);
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer.OriginalString,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
        };
        options.Events = new JwtBearerEvents { OnTokenValidated = Recognise, OnChallenge = TellWhenTheIssuerIsAway };
    }

    private static Task Refuse(MessageReceivedContext context)
    {
        context.NoResult();
        return Task.CompletedTask;
    }

    private static Task Recognise(TokenValidatedContext context)
    {
        if (context.HttpContext.RequestServices.GetRequiredService<TokenClaims>().Caller(context.SecurityToken, context.Principal!) is { } caller)
            context.HttpContext.Features.Set(caller);
        else
            context.Fail("The token names no caller.");
        return Task.CompletedTask;
    }

    /// <summary>A good token that nobody can check is no fault of the caller's: 503, not 401.</summary>
    private static async Task TellWhenTheIssuerIsAway(JwtBearerChallengeContext context)
    {
        if (context.AuthenticateFailure is null)
            return;
        try
        {
            await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException e)
        {
            throw new Refused(CallerProblems.IssuerUnavailable, e);
        }
    }
}
