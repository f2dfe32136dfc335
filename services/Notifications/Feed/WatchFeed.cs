using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Ecosystem.Notifications.Feed;

/// <summary>The feed as it grows, as server-sent events; a stream that broke goes on where it was, by Last-Event-ID.</summary>
public static class WatchFeed
{
    public sealed record Query([property: Range(0, long.MaxValue)] long? After = null, [property: EventTypes] string[]? Types = null, [property: Units] string[]? Unit = null);

    public static async Task Handle(HttpContext http, [AsParameters] Query query, FeedReader who, LiveFeed live)
    {
        var seen = WatchInbox.Seen(http.Request.Headers["Last-Event-ID"].ToString(), query.After);
        var selection = who.Narrow(query.Types ?? [], query.Unit ?? []);
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        Activity.Current = null; // else the queries of half an hour would hang below one request's span
        await live.Follow(selection, seen, http.Response, http.RequestAborted);
    }
}
