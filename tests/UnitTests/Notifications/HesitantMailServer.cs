using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Ecosystem.UnitTests.Notifications;

/// <summary>An SMTP server that holds one kind of answer back until it is let go: to a command, or to "." at the end of a mail's text.</summary>
public sealed class HesitantMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim released = new(0);
    private readonly ConcurrentQueue<string> taken = [];
    private readonly string held;
    private readonly Task accepting;

    /// <param name="held">The line's first word.</param>
    public HesitantMailServer(string held)
    {
        this.held = held;
        listener.Start();
        accepting = Accept();
    }

    public string Address => $"smtp://{listener.LocalEndpoint}";

    /// <summary>Ends when the first line has come whose answer is held back.</summary>
    public Task Asked => asked.Task;

    /// <summary>Message-IDs of the mails whose text has come to its end, answered or not.</summary>
    public IReadOnlyCollection<string> Taken => taken;

    /// <summary>Gives so many of the answers, the longest awaited first.</summary>
    public void Release(int answers) => released.Release(answers);

    public async ValueTask DisposeAsync()
    {
        Release(1_000);
        listener.Stop();
        await accepting;
        released.Dispose();
    }

    private async Task Accept()
    {
        var callers = new List<Task>();
        try
        {
            while (true) callers.Add(Serve(await listener.AcceptTcpClientAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(callers);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var caller = client;
        await using var stream = caller.GetStream();
        using var lines = new StreamReader(stream);
        try
        {
            await Answer(stream, "220 ready");
            while (await lines.ReadLineAsync() is { } line)
            {
                await Hold(line);
                await Answer(stream, line == "DATA" ? "354 go on" : "250 ok");
                if (line == "DATA") await Take(lines, stream);
            }
        }
        catch (IOException)
        {
            // the caller has gone without a word
        }
    }

    private async Task Take(StreamReader lines, NetworkStream stream)
    {
        var id = "";
        while (await lines.ReadLineAsync() is { } line and not ".")
            if (line.StartsWith("Message-ID: ", StringComparison.OrdinalIgnoreCase)) id = line["Message-ID: ".Length..];
        taken.Enqueue(id);
        await Hold(".");
        await Answer(stream, "250 ok");
    }

    private async Task Hold(string line)
    {
        if (line.Split(' ')[0] != held) return;
        asked.TrySetResult();
        await released.WaitAsync();
    }

    private static async Task Answer(NetworkStream stream, string line) => await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{line}\r\n"));
}
