using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.ServiceDefaults;

/// <summary>Notes who asks for what, and under which key and version, before the feature runs: every event stored then tells it.</summary>
internal sealed class RequestCause(RequestDelegate next)
{
    private const string KeyHeader = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<RequiredScope>() is not null && Caller.Of(http) is { } caller)
        {
            if (Missing(http.Request, metadata, caller) is { } problem)
                throw new Refused(problem);
            await Fill(http.RequestServices.GetRequiredService<Cause>(), http.Request, caller);
        }
        await next(http);
    }

    /// <summary>People's apps may do without a key; a partner's system repeats by itself what it got no answer to.</summary>
    private static Problem? Missing(HttpRequest request, EndpointMetadataCollection metadata, Caller caller) =>
        metadata.GetMetadata<RequiredVersion>() is not null && request.Headers.IfMatch.Count == 0 ? RequestProblems.VersionRequired
        : HttpMethods.IsPost(request.Method) && request.Headers[KeyHeader].Count == 0 && caller is SystemClient && metadata.GetOrderedMetadata<RequiredScope>().All(scope => Roles.OfPartners.Contains(scope.Name)) ? RequestProblems.IdempotencyKeyRequired
        : null;

    private static async Task Fill(Cause cause, HttpRequest request, Caller caller)
    {
        cause.By = caller.Id;
        cause.Target = $"{request.Method} {request.Path}";
        cause.ExpectedVersion = Version(request);
        if (!HttpMethods.IsPost(request.Method) || request.Headers[KeyHeader] is not { Count: > 0 } keys)
            return;
        cause.IdempotencyKey = keys is [{ Length: > 0 and <= 255 } key] && key.All(c => c is > ' ' and <= '~') ? key : throw new Refused(RequestProblems.InvalidIdempotencyKey);
        cause.RequestHash = await Hash(request);
    }

    /// <summary>Null without If-Match.</summary>
    private static long? Version(HttpRequest request) => request.Headers.IfMatch switch
    {
        [] => null,
        [['"', .. var digits, '"']] when long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version) => version,
        _ => throw new Refused(RequestProblems.InvalidIfMatch),
    };

    /// <summary>The body is read twice, here and by the feature.</summary>
    private static async Task<string> Hash(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        request.KeepBody();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
            hash.AppendData(buffer.AsSpan(0, read));
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
