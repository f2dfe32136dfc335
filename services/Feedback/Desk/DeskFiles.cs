using System.Collections.Frozen;
using System.Security.Cryptography;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Feedback.Desk;

/// <summary>Styles and scripts of the pages, out of the program itself: nothing comes from elsewhere, and nothing else can be asked for.</summary>
internal static class DeskFiles
{
    private const string Folder = "desk/";

    private static readonly FrozenDictionary<string, (byte[] Bytes, string Tag)> Files = typeof(DeskFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], Load);

    public static FileContentHttpResult Handle(string path, HttpContext http)
    {
        if (!Files.TryGetValue(path, out var file)) throw new Refused(Problem.NotFound);
        http.Response.Headers.CacheControl = "no-cache";    // a 304 costs nothing, and nobody sees the style of yesterday
        return TypedResults.Bytes(file.Bytes, TypeOf(Path.GetExtension(path)), entityTag: new EntityTagHeaderValue(file.Tag));
    }

    private static (byte[] Bytes, string Tag) Load(string name)
    {
        using var stream = typeof(DeskFiles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
    }

    private static string TypeOf(string extension) => extension switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".png" => "image/png",
        _ => "text/plain; charset=utf-8",
    };
}
