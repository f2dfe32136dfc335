using Ecosystem.Gateway.Limits;

namespace Ecosystem.Gateway.Tokens;

/// <summary>Tokens for partners from the gateway itself, only where ECOSYSTEM_GATEWAY_ISSUER says so.</summary>
public static class TokenEndpoints
{
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        if (TokenSettings.From(builder.Configuration, builder.Environment) is not { } settings) return;
        builder.Services.AddSingleton(settings).AddSingleton<KeyStore>().AddSingleton<Keys>().AddSingleton<Assertions>().AddSingleton<SubjectTokens>().AddSingleton<ExchangeToken>();
    }

    public static void MapTokens(this WebApplication app)
    {
        if (app.Services.GetService<TokenSettings>() is null) return;
        app.MapPost("/oauth2/token", IssueToken.Handle).WithMetadata(new RequestClass(RequestClass.Token)).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/oauth2/jwks", Discovery.Jwks).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/.well-known/openid-configuration", Discovery.Configuration).AllowAnonymous().ExcludeFromDescription();
    }
}
