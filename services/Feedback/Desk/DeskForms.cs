using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;

namespace Ecosystem.Feedback.Desk;

/// <summary>
/// A form of the desk is a request of the API in other clothes: its fields become the JSON body, its token the Idempotency-Key, and the API's own endpoint
/// checks, decides and stores. So the desk has no rules of its own. Success leads back to the page, or to the inbox; a refusal shows the page again with what was typed.
/// The one form with a file goes on as it came.
/// </summary>
internal sealed class DeskForms(RequestDelegate next)
{
    private const string Prefix = "/desk/act";

    public async Task InvokeAsync(HttpContext http, IAntiforgery antiforgery, ReadModel<ReportRow> reports)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Path.StartsWithSegments(Prefix, out var rest) || !rest.StartsWithSegments("/reports"))
        {
            await next(http);
            return;
        }

        var hasFile = rest.Value!.EndsWith("/attachments", StringComparison.Ordinal);
        if (hasFile) OwnForm.TakeFile(http);
        var (isOurs, form) = await OwnForm.Read(http, antiforgery);
        var back = WayBack.Local(form["_back"]);
        (request.Path, request.QueryString) = ($"/v1{rest}", default);
        if (!hasFile) Dress(request, form);
        var answer = isOurs ? await Ask(http) : new(StatusCodes.Status400BadRequest, null);
        if (answer.IsDone)
            Lead(http, await WayOn(http, reports, back));
        else
            await ShowAgain(http, back, new(answer.Status, answer.Problem, form));
    }

    private static void Dress(HttpRequest request, IFormCollection form)
    {
        var body = Encoding.UTF8.GetBytes(FormJson.Of(form).ToJsonString());
        (request.ContentType, request.ContentLength, request.Body) = ("application/json", body.Length, new MemoryStream(body));
        request.Headers["Idempotency-Key"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form["_token"].ToString())));
    }

    /// <summary>The API's answer, kept back from the browser.</summary>
    private async Task<Answer> Ask(HttpContext http)
    {
        var toBrowser = http.Response.Body;
        using var kept = new MemoryStream();
        http.Response.Body = kept;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = toBrowser;
        }

        return new(http.Response.StatusCode, http.Response.StatusCode < 300 || kept.Length == 0 ? null : JsonNode.Parse(kept.ToArray()));
    }

    /// <summary>Back to the page; to the inbox where the step has taken the report away from the official.</summary>
    private static async Task<string> WayOn(HttpContext http, ReadModel<ReportRow> reports, string back) =>
        Guid.TryParse($"{http.GetRouteValue("id")}", out var id) && await reports.Find(id, http.RequestAborted) is { Data: var report } && !report.IsOpenTo(Caller.Of(http)!) ? $"/desk?done={Uri.EscapeDataString(report.Code)}" : back;

    private static void Lead(HttpContext http, string back)
    {
        Restart(http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = back;
    }

    private Task ShowAgain(HttpContext http, string back, Refusal refusal)
    {
        Restart(http);
        var page = new Uri(new Uri("http://desk"), back);
        var request = http.Request;
        (request.Method, request.Path, request.QueryString, request.ContentType, request.ContentLength, request.Body) = (HttpMethods.Get, page.AbsolutePath, new(page.Query), null, null, Stream.Null);
        request.Headers.Remove("Idempotency-Key");
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        http.Items[Refusal.Key] = refusal;
        return next(http);
    }

    /// <summary>Forgets what the API said about its own answer; what protects pages stays.</summary>
    private static void Restart(HttpContext http)
    {
        foreach (var name in (string[])["ETag", "Position", "Idempotency-Replayed", "Content-Type", "Content-Length", "Content-Language", "X-Problem", "X-Missing-Scope", "Location"])
            http.Response.Headers.Remove(name);
        http.Response.StatusCode = StatusCodes.Status200OK;    // a handler is not called while it says 400: that stands for a parameter that could not be read
    }

    private sealed record Answer(int Status, JsonNode? Problem)
    {
        public bool IsDone => Status < 300;
    }
}
