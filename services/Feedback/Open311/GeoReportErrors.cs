using System.Text.Json.Nodes;

namespace Ecosystem.Feedback.Open311;

/// <summary>Whoever refuses a request at these addresses, the caller is told as the standard has it: a list of code and description, and no status but 403, 404 and 400.</summary>
public sealed class GeoReportErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/open311"))
        {
            await next(http);
            return;
        }

        var (response, wire) = (http.Response, http.Response.Body);
        using var written = new MemoryStream();
        response.Body = written;
        try
        {
            await next(http);
        }
        finally
        {
            response.Body = wire;
        }

        written.Position = 0;
        if (response.ContentType?.StartsWith("application/problem+json", StringComparison.Ordinal) is true) await Translate(http, JsonNode.Parse(written)!);
        else await written.CopyToAsync(wire, http.RequestAborted);
    }

    /// <summary>What is wrong, each field on its own where a problem names several.</summary>
    public static Fault[] Faults(JsonNode problem, int status) => problem["errors"] is JsonObject fields
        ? [.. fields.Select(field => new Fault(status, $"{field.Key}: {string.Join(' ', field.Value!.AsArray().Select(reason => $"{reason}"))}"))]
        : [new(status, $"{problem["title"]}")];

    /// <summary>What other servers of the standard would answer; that it is not the caller's fault stays visible.</summary>
    public static int StatusOf(int ours) => ours switch
    {
        401 or 403 => 403,
        404 or 429 or >= 500 => ours,
        _ => 400,
    };

    private static Task Translate(HttpContext http, JsonNode problem)
    {
        var response = http.Response;
        response.StatusCode = StatusOf(response.StatusCode);
        var format = http.Request.Path.Value!.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? Format.Xml : Format.Json;
        response.ContentType = $"{format.MediaType}; charset=utf-8";
        response.ContentLength = null;
        return response.WriteAsync(GeoReport.Write(format, "errors", Faults(problem, response.StatusCode)), http.RequestAborted);
    }
}
