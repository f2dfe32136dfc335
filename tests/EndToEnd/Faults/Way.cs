using System.Net;
using System.Net.Sockets;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A way to a server over TCP, on which something can happen to what is sent.</summary>
internal abstract class Way : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly (string Host, int Port) server;
    private readonly Task accepting;

    protected Way(string host, int port)
    {
        server = (host, port);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where it begins, on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    /// <summary>One connection, until it is to end; both sides are closed then.</summary>
    protected abstract Task Carry(NetworkStream client, NetworkStream server);

    /// <summary>Until one side ends, or what has come must not go on.</summary>
    protected static async Task Pass(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, bool> goesOn)
    {
        var buffer = new byte[65536];
        while (await from.ReadAsync(buffer) is > 0 and var read && goesOn(buffer.AsMemory(0, read))) await to.WriteAsync(buffer.AsMemory(0, read));
    }

    private async Task Accept()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(Connect(await listener.AcceptTcpClientAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Connect(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient(server.Host, server.Port);
        try
        {
            await Carry(near.GetStream(), far.GetStream());
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException)
        {
            // one side has ended, and both are closed
        }
    }
}
