using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A way to RabbitMQ, as over a node that fails: connections end, and on the next ones a question for a queue is never answered. All else passes, heartbeats too.</summary>
internal sealed class UnansweredDeclaration(Uri broker, string queue) : Way(broker.Host, broker.Port)
{
    private const int ProtocolHeader = 8, FrameHeader = 7, Method = 1, Queue = 50, Declare = 10;

    private TaskCompletionSource broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int due;

    /// <summary>The broker over this way.</summary>
    public Uri Address => new UriBuilder(broker) { Host = "127.0.0.1", Port = Port }.Uri;

    /// <summary>A question was lost.</summary>
    public bool IsLost { get; private set; }

    public void Break()
    {
        Volatile.Write(ref due, 1);
        Interlocked.Exchange(ref broken, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    protected override Task Carry(NetworkStream client, NetworkStream server) =>
        Task.WhenAny(Ask(client, server), Pass(server, client, _ => true), broken.Task);

    private async Task Ask(NetworkStream client, NetworkStream server)
    {
        var header = new byte[ProtocolHeader];
        await client.ReadExactlyAsync(header);
        await server.WriteAsync(header);
        while (true)
        {
            var frame = await Frame(client);
            if (IsDeclaration(frame) && Interlocked.Exchange(ref due, 0) == 1) IsLost = true;
            else await server.WriteAsync(frame);
        }
    }

    private static async Task<byte[]> Frame(NetworkStream client)
    {
        var header = new byte[FrameHeader];
        await client.ReadExactlyAsync(header);
        var frame = new byte[FrameHeader + BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(3)) + 1];
        header.CopyTo(frame, 0);
        await client.ReadExactlyAsync(frame.AsMemory(FrameHeader));
        return frame;
    }

    private bool IsDeclaration(byte[] frame) =>
        frame[0] == Method && BinaryPrimitives.ReadInt16BigEndian(frame.AsSpan(FrameHeader)) == Queue && BinaryPrimitives.ReadInt16BigEndian(frame.AsSpan(FrameHeader + 2)) == Declare
        && Encoding.UTF8.GetString(frame).Contains(queue, StringComparison.Ordinal);
}
