using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Bearer tokens of one issuer, checked alike at the gateway and in every service. The issuer's metadata and keys are
/// fetched with the first token, so a service starts without it; keys once known stay in use while it is away.
/// </summary>
internal static class Authentication
{
    public static void AddCallers(this WebApplicationBuilder builder)
    {
        var issuer = new Uri(builder.Configuration["ECOSYSTEM_ISSUER"] ?? throw new InvalidOperationException("ECOSYSTEM_ISSUER is not set: the address of the OpenID Connect issuer."));
        if (builder.Environment.IsProduction() && issuer.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException("ECOSYSTEM_ISSUER must be an https address in Production.");
        var audience = builder.Configuration["ECOSYSTEM_AUDIENCE"] ?? "ecosystem";
        builder.Services.Configure<KeyManagementOptions>(KeysInMemory.Use);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => Trust(options, issuer, audience));
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new([new ScopeRequirement(null)], []));
    }

    private static void Trust(JwtBearerOptions options, Uri issuer, string audience)
    {
        options.Authority = issuer.OriginalString;
        options.RequireHttpsMetadata = issuer.Scheme == Uri.UriSchemeHttps;
        options.BackchannelTimeout = TimeSpan.FromSeconds(3);
        options.RefreshInterval = TimeSpan.FromSeconds(30); // an unknown key asks the issuer again at most this often
        options.MapInboundClaims = false;
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

    private static Task Recognise(TokenValidatedContext context)
    {
        if (TokenClaims.Caller(context.Principal!) is { } caller)
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
