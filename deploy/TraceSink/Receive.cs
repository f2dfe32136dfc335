using System.IO.Compression;

namespace Ecosystem.TraceSink;

/// <summary>The three OTLP/HTTP endpoints; an empty answer is a full success in OTLP's protobuf.</summary>
public static class Receive
{
    public static Task<IResult> Traces(HttpRequest request, SpanBuffer buffer) => Read(request, buffer.Add);

    public static Task<IResult> Metrics(HttpRequest request, MetricCounts counts) => Read(request, body => counts.Add(OtlpMetrics.Read(body)));

    public static Task<IResult> Logs(HttpRequest request) => Read(request, _ => { });

    private static async Task<IResult> Read(HttpRequest request, Action<byte[]> take)
    {
        if (request.ContentType != "application/x-protobuf")
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }
        try
        {
            take(await Body(request));
            return Results.Bytes([], "application/x-protobuf");
        }
        catch (Exception malformed) when (malformed is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return Results.BadRequest(malformed.Message);
        }
    }

    private static async Task<byte[]> Body(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 0));
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        await body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
        return buffer.ToArray();
    }
}
