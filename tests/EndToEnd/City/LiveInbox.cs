using System.Globalization;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd;

/// <summary>An open stream of server-sent events, as a browser or an app holds it.</summary>
public sealed class LiveInbox(StreamReader stream) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Waits for the next message; heartbeats are skipped.</summary>
    public async Task<(long Id, JsonNode Message)> Next()
    {
        using var limit = new CancellationTokenSource(Patience);
        Dictionary<string, string> fields = [];
        while (await stream.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length == 0 && fields.ContainsKey("data")) break;
            if (line.Split(": ", 2) is [{ Length: > 0 } name, var value]) fields[name] = value;
        }

        return (long.Parse(fields["id"], CultureInfo.InvariantCulture), JsonNode.Parse(fields["data"])!);
    }

    /// <summary>Waits until the stream is open: from then on nothing is missed.</summary>
    public async Task<LiveInbox> Opened()
    {
        Assert.Equal("retry: 1000", await stream.ReadLineAsync());
        return this;
    }

    public void Dispose() => stream.Dispose();
}
