using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A way to PostgreSQL that breaks once, after a commit has happened and before its answer is through: in the first session that has sent the marked statement.</summary>
internal sealed class LostAcknowledgement : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) server;
    private readonly string statement;
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task accepting;

    private LostAcknowledgement(NpgsqlConnectionStringBuilder to, string statement)
    {
        (server, this.statement) = ((to.Host!, to.Port), statement);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Ends when the commit has happened and its answer is lost.</summary>
    public Task Lost => lost.Task;

    /// <param name="postgres">Where the server is.</param>
    /// <param name="statement">How the marked statement begins.</param>
    /// <returns>Also the way through here.</returns>
    public static (LostAcknowledgement, string Postgres) Of(string postgres, string statement)
    {
        var way = new LostAcknowledgement(new(postgres), statement);
        return (way, new NpgsqlConnectionStringBuilder(postgres) { Host = "127.0.0.1", Port = ((IPEndPoint)way.listener.LocalEndpoint).Port }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task Accept()
    {
        var sessions = new List<Task>();
        try
        {
            while (true) sessions.Add(Carry(await listener.AcceptTcpClientAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task Carry(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient(server.Host, server.Port);
        bool isMarked = false, isCommitting = false;
        var ways = new[] { Pass(near, far, Forth), Pass(far, near, _ => !isCommitting) };
        await Task.WhenAny(ways);
        if (isCommitting) lost.TrySetResult();
        near.Close();
        far.Close();
        await Task.WhenAll(ways);

        bool Forth(string sent)
        {
            isMarked |= sent.Contains(statement, StringComparison.Ordinal);
            isCommitting |= isMarked && !lost.Task.IsCompleted && sent.Contains("COMMIT", StringComparison.Ordinal);
            return true;
        }
    }

    /// <summary>Until one side ends, or what has come must not go on.</summary>
    private static async Task Pass(TcpClient from, TcpClient to, Func<string, bool> goesOn)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.GetStream().ReadAsync(buffer) is > 0 and var read && goesOn(Encoding.Latin1.GetString(buffer, 0, read)))
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // the other way has ended, and both sides are closed
        }
    }
}
