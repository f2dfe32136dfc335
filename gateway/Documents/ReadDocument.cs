using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Ecosystem.Gateway.Documents;

/// <summary>The document of all services for anyone; for a caller with a token what that token allows.</summary>
internal static class ReadDocument
{
    /// <exception cref="Refused">There is a token, and it is not valid: the whole document would say that it allows everything.</exception>
    public static async Task<FileContentHttpResult> Handle(HttpContext http, PublishedDocument document)
    {
        var caller = Caller.Of(http);
        if (caller is null && http.Request.Headers.Authorization.Count > 0) throw new Refused(CallerProblems.Unauthenticated);
        var shown = await document.For(caller?.Scopes);
        http.Response.Headers.Vary = HeaderNames.Authorization;
        http.Response.Headers.CacheControl = caller is null ? "public, max-age=60" : "private, max-age=60";
        return TypedResults.Bytes(shown.Json, "application/json", entityTag: new EntityTagHeaderValue(shown.Tag));
    }
}
