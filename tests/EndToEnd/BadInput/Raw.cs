using System.Net.Sockets;
using System.Text;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>A connection on which bytes go out exactly as they are given.</summary>
internal static class Raw
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Sends, and returns all that comes back until the other side closes.</summary>
    /// <exception cref="OperationCanceledException">It hangs.</exception>
    public static async Task<string> Exchange(Uri address, string bytes)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, limit.Token);
        await using var stream = connection.GetStream();
        var sending = Send(stream, Encoding.Latin1.GetBytes(bytes), limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // Closed while there was still something to read on its side: what came before is the answer.
        }

        await sending;
        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>Statuses of all answers, one after the other.</summary>
    public static int[] Statuses(string answers) => [.. answers.Split("HTTP/1.1 ").Skip(1).Select(answer => int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture))];

    private static async Task Send(NetworkStream stream, byte[] bytes, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(bytes, ct);
        }
        catch (IOException)
        {
            // The other side has heard enough.
        }
    }
}
