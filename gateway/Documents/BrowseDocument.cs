using System.Collections.Frozen;
using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Gateway.Documents;

/// <summary>A page to browse the document, with files of our own: it works where the internet does not, and tells nobody who reads.</summary>
internal static class BrowseDocument
{
    private const string Folder = "docs/";

    private static readonly FrozenDictionary<string, Asset> Assets = typeof(BrowseDocument).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], Asset.Load);

    /// <param name="file">Null: the page itself.</param>
    public static FileContentHttpResult Handle(string? file, HttpContext http)
    {
        if (!Assets.TryGetValue(file ?? "index.html", out var asset)) throw new Refused(Problem.NotFound);
        Page.Secure(http.Response);
        http.Response.Headers.CacheControl = "no-cache";    // a 304 costs nothing, and nobody sees the page of yesterday
        return TypedResults.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue(asset.Tag));
    }

    private sealed record Asset(byte[] Bytes, string ContentType, string Tag)
    {
        public static Asset Load(string name)
        {
            using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new(bytes, TypeOf(Path.GetExtension(name)), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        }

        private static string TypeOf(string extension) => extension switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };
    }
}
