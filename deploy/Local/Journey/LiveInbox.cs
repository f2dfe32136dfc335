using System.Globalization;
using System.Net;

namespace Ecosystem.Local;

/// <summary>Reads server-sent events as a browser does, until enough have come.</summary>
internal static class LiveInbox
{
    /// <returns>The events' ids, which are positions.</returns>
    public static async Task<IReadOnlyList<long>> Read(Client client, int count, TimeSpan limit, CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(limit);
        using var answer = await client.Open("v1/inbox/live?after=0", enough.Token);
        Check.That(answer.StatusCode == HttpStatusCode.OK, $"the live inbox answered {(int)answer.StatusCode}");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(enough.Token));
        var ids = new List<long>();
        while (ids.Count < count && await reader.ReadLineAsync(enough.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                ids.Add(long.Parse(line[4..], CultureInfo.InvariantCulture));
            }
        }
        return ids;
    }
}
