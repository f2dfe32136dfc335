using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ecosystem.Gateway.Documents;

/// <summary>The merged document as it is sent, made anew at most once a minute; a document that lacks a service is tried again sooner.</summary>
internal sealed class PublishedDocument(ServiceDocuments services, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1), Incomplete = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private Task<Edition>? edition;
    private DateTimeOffset until;

    /// <param name="scopes">Null: the whole document.</param>
    public async Task<Rendered> For(IReadOnlySet<string>? scopes) => (await Current()).For(scopes);

    private Task<Edition> Current()
    {
        lock (gate)
        {
            if (edition is null || (edition.IsCompleted && clock.GetUtcNow() >= until)) edition = Make();
            return edition;
        }
    }

    private async Task<Edition> Make()
    {
        var documents = await services.Read();
        until = clock.GetUtcNow() + (documents.Values.Contains(null) ? Incomplete : Fresh);
        return new(MergedDocument.Of(documents));
    }

    private sealed class Edition(JsonObject document)
    {
        private readonly HashSet<string> known = [.. AllowedDocument.Scopes(document)];
        private readonly Rendered whole = Rendered.Of(document);
        private readonly ConcurrentDictionary<string, Rendered> parts = new();

        public Rendered For(IReadOnlySet<string>? scopes) => scopes is null ? whole
            : parts.GetOrAdd(string.Join(' ', scopes.Where(known.Contains).Order(StringComparer.Ordinal)), _ => Rendered.Of(AllowedDocument.Of(document, scopes)));
    }
}

/// <param name="Tag">Of these very bytes: who has them need not load them again.</param>
internal sealed record Rendered(byte[] Json, string Tag)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Rendered Of(JsonObject document)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, Plain);
        return new(json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"");
    }
}
