using System.Net.Sockets;
using System.Text;

namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Bytes as they are, for what no HTTP client would send.</summary>
internal static class Wire
{
    /// <summary>Sends a request that ends the connection, and returns all that comes back.</summary>
    public static async Task<string> Send(Uri address, string before, byte[] odd, string after)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();
        var firstLine = before.IndexOf('\n', StringComparison.Ordinal) + 1;
        await stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes($"{before[..firstLine]}Host: {address.Authority}\r\nConnection: close\r\n{before[firstLine..]}"), .. odd, .. Encoding.ASCII.GetBytes(after)]);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
