using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.Features;

namespace Ecosystem.Notifications;

/// <summary>New messages as they come, as server-sent events; a stream that broke goes on where it was, by Last-Event-ID.</summary>
public static class WatchInbox
{
    public static async Task Handle(HttpContext http, Recipient who, [Range(typeof(long), "0", "9223372036854775807"), Description("Starts after this position, 0 with the first message; left out: with the next one. `Last-Event-ID` comes first.")] long? after, LiveInbox live)
    {
        var seen = Seen(http.Request.Headers["Last-Event-ID"].ToString(), after);
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        Activity.Current = null; // else the queries of half an hour would hang below one request's span
        await live.Follow(who, seen, http.Response, http.RequestAborted);
    }

    /// <summary>The position that the client has, by the header of a broken stream or by the query of a new one; null: it wants what comes from now on.</summary>
    public static long? Seen(string lastEventId, long? after) =>
        lastEventId.Length == 0 ? after
        : long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position
        : throw new Refused(NotificationsProblems.InvalidLastEventId);
}
