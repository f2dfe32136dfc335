using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Ecosystem.Local;

/// <summary>Erlang's epmd, which the first node of a workspace starts as a daemon on a port of its own and which outlives the nodes.</summary>
internal sealed class NameServer(int port)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="LocalProblem">Another program has the port: the nodes would only say that they cannot register.</exception>
    public async Task Check(CancellationToken ct)
    {
        if (!FreePort.IsFree(port) && !await Answers(ct))
        {
            await FreePort.Wait("RabbitMQ's name server", ct, port);
        }
    }

    public async Task Stop(CancellationToken ct)
    {
        if (!FreePort.IsFree(port) && await Answers(ct))
        {
            await new Command("epmd", "-port", $"{port}", "-kill").Try(ct);
        }
    }

    // The question for all names: length 1, then 'n'; the answer begins with the server's own port.
    private async Task<bool> Answers(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, port, limit.Token);
            await connection.GetStream().WriteAsync(new byte[] { 0, 1, (byte)'n' }, limit.Token);
            var answer = new byte[4];
            await connection.GetStream().ReadExactlyAsync(answer, limit.Token);
            return BinaryPrimitives.ReadInt32BigEndian(answer) == port;
        }
        catch (Exception other) when (other is IOException or SocketException || (other is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
