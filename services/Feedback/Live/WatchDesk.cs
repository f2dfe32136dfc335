using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;

namespace Ecosystem.Feedback.Live;

/// <summary>A desk that is never reloaded: reports as they change, as server-sent events; a stream that broke goes on where it was, by Last-Event-ID.</summary>
public static class WatchDesk
{
    private static readonly Problem InvalidLastEventId = new("invalid-desk-position", 400, "Last-Event-ID must be a position that this stream gave as an id.", "Last-Event-ID phải là vị trí mà luồng này đã cung cấp.");

    /// <param name="After">Starts after this position, 0 with the first report; left out: with the next change. `Last-Event-ID` comes first.</param>
    public sealed record Asked([property: Range(0, long.MaxValue), Description("Starts after this position, 0 with the first report; left out: with the next change. `Last-Event-ID` comes first.")] long? After = null);

    public static async Task Handle(HttpContext http, Caller by, [AsParameters] Asked asked, ReadModel<OrganisationRow> organisations, LiveDesk live)
    {
        var seen = Seen(http.Request.Headers["Last-Event-ID"].ToString(), asked.After);
        var desk = await Desk.Of(by, organisations, http.RequestAborted);
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        Activity.Current = null; // else the queries of half an hour would hang below one request's span
        await live.Follow(desk, seen, http.Response, http.RequestAborted);
    }

    private static long? Seen(string lastEventId, long? after) =>
        lastEventId.Length == 0 ? after
        : long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : throw new Refused(InvalidLastEventId);
}
