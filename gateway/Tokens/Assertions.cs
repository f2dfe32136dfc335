using System.Security.Cryptography;
using System.Text;
using Ecosystem.Gateway.Partners;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Ecosystem.Gateway.Tokens;

/// <summary>private_key_jwt (RFC 7523): a short-lived token about itself that a partner signs with its own key, good for one request anywhere.</summary>
public sealed class Assertions(TokenSettings settings, NpgsqlDataSource database, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Whom an assertion is about, not yet proven; null where it cannot be read.</summary>
    public static string? Subject(string assertion)
    {
        try
        {
            return new JsonWebToken(assertion).Subject;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <returns>The key that signed it; null where it proves nothing.</returns>
    public async Task<Credential?> Proven(string assertion, Partner partner, CancellationToken ct)
    {
        var keys = partner.Credentials.Where(credential => credential is { IsLive: true, IsKey: true }).ToDictionary(credential => (SecurityKey)credential.Key!.ToJsonWebKey());
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, Expected(partner.Path, keys.Keys));
        return checkedToken is { IsValid: true, SecurityToken: JsonWebToken token } && IsShortLived(token) && token.Subject == partner.Path && await IsNew(token, ct) ? keys[token.SigningKey] : null;
    }

    private TokenValidationParameters Expected(string issuer, IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = issuer,
        ValidAudiences = [settings.Issuer, settings.Endpoint],
        IssuerSigningKeys = [.. keys],
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256],
        LifetimeValidator = (from, until, _, _) => until > Now - TokenSettings.Skew && (from is null || from < Now + TokenSettings.Skew),
    };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What lives long would have to be remembered long.</summary>
    private bool IsShortLived(JsonWebToken token) => token.ValidTo < Now + Longest + TokenSettings.Skew && token.IssuedAt < Now + TokenSettings.Skew;

    /// <summary>Notes the assertion's id; false where any instance has seen it.</summary>
    private async Task<bool> IsNew(JsonWebToken token, CancellationToken ct)
    {
        if (token.Id is not { Length: > 0 and <= 255 } id) return false;
        await using var command = database.CreateCommand("insert into used_assertions (client, jti, expires) values ($1, $2, $3) on conflict do nothing");
        command.Parameters.Add(new() { Value = token.Subject });
        command.Parameters.Add(new() { Value = SHA256.HashData(Encoding.UTF8.GetBytes(id)) });
        command.Parameters.Add(new() { Value = new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + TokenSettings.Skew });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}
