using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ecosystem.Local;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecosystem.EndToEnd.Identity;

/// <summary>A registered partner's own system: it has a key, and asks for tokens itself or through a certified client.</summary>
internal sealed class PartnerSystem
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly City city;

    private PartnerSystem(City city, string path, string address) => (this.city, Path, Address) = (city, path, address);

    public string Path { get; }

    /// <summary>Its page in the registry.</summary>
    public string Address { get; }

    /// <summary>The issuer's name: the first gateway's address.</summary>
    public string Issuer => city.Processes.Gateway.GetLeftPart(UriPartial.Authority);

    public JsonObject PrivateKey
    {
        get
        {
            var jwk = PublicKey;
            jwk["d"] = Base64Url.EncodeToString(key.ExportParameters(includePrivateParameters: true).D);
            return jwk;
        }
    }

    public JsonObject PublicKey
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return new() { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y) };
        }
    }

    public static async Task<PartnerSystem> Registered(City city, params string[] scopes)
    {
        var path = PartnerTests.NewPath();
        var registered = (await (await city.Operator()).Post("/v1/partners", PartnerTests.Registration(path, scopes))).Is(201);
        return new(city, path, registered.Headers["Location"]);
    }

    public async Task<Answer> Credential(object body) => (await (await city.Operator()).Post($"{Address}/credentials", body)).Is(200);

    /// <summary>The certified client's answer; its complaint where it gets none.</summary>
    public async Task<(int Status, string Said)> CertifiedClient(string method, string proof, string scope = "")
    {
        await OidcIssuer.Install();
        return await new Command("node", "client.mjs", Issuer, Path, method, proof, scope) { Directory = OidcIssuer.Folder }.Try(CancellationToken.None);
    }

    /// <summary>Asks a gateway for a token with a plain form.</summary>
    public async Task<Answer> Ask(Dictionary<string, string> form, int instance = 0) =>
        await new Api(city.Processes.Of("gateway", instance).Address, null, Path).Send(HttpMethod.Post, "/oauth2/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }.Concat(form)), []);

    public Task<Answer> Ask(string assertion, int instance = 0) =>
        Ask(new Dictionary<string, string> { ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer", ["client_assertion"] = assertion }, instance);

    /// <summary>A good assertion, but for what is changed in it.</summary>
    public string Assertion(Action<SecurityTokenDescriptor>? change = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = Path,
            Audience = Issuer,
            IssuedAt = DateTime.UtcNow,
            Expires = DateTime.UtcNow.AddMinutes(1),
            Claims = new Dictionary<string, object> { ["sub"] = Path, ["jti"] = Guid.NewGuid().ToString() },
            SigningCredentials = new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
