using System.Collections.Immutable;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.Gateway.Tokens;

/// <summary>A private key that signs tokens (ES256); its public half is published under the same name.</summary>
public sealed record SigningKey(ECDsaSecurityKey Key, DateTimeOffset CreatedAt)
{
    public string Kid => Key.KeyId;
}

/// <summary>
/// The keys at a time. A new key is published before it signs, so that whoever checks tokens has it by then, and an old one
/// stays published until its last token is over: nobody meets a token that cannot be checked.
/// </summary>
public sealed record KeyRing(ImmutableArray<SigningKey> NewestFirst)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Longer than the ten minutes after which keys are fetched again, see ServiceDefaults' Authentication.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromMinutes(15);

    public bool NeedsNew(DateTimeOffset now) => NewestFirst is [] || NewestFirst[0].CreatedAt + Lifetime <= now;

    /// <summary>The newest that everybody knows; the very first one has nobody to wait for.</summary>
    public SigningKey Signing(DateTimeOffset now) => NewestFirst.FirstOrDefault(key => key.CreatedAt + Notice <= now) ?? NewestFirst[^1];

    /// <summary>Keys whose last token is over.</summary>
    public IEnumerable<SigningKey> Over(DateTimeOffset now) =>
        NewestFirst.Zip(NewestFirst.Skip(1)).Where(pair => pair.First.CreatedAt + Notice + TokenSettings.Lifetime + TokenSettings.Skew <= now).Select(pair => pair.Second);
}
