using System.Net;
using System.Net.Sockets;

namespace Ecosystem.UnitTests.Notifications;

/// <summary>An SMTP server for one caller that answers everything but one line: a command's first word, or "." at the end of the mail's text.</summary>
internal sealed class SilentMailServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;

    public SilentMailServer(string unanswered)
    {
        listener.Start();
        serving = Serve(unanswered);
    }

    public string Address => $"smtp://{listener.LocalEndpoint}";

    /// <summary>Ends when the line has come that gets no answer.</summary>
    public Task FellSilent => silent.Task;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }

    /// <remarks>The caller is held until it goes: its end of the connection is what ends the reading.</remarks>
    private async Task Serve(string unanswered)
    {
        using var caller = await listener.AcceptTcpClientAsync();
        await using var stream = caller.GetStream();
        using var lines = new StreamReader(stream);
        await using var answers = new StreamWriter(stream) { AutoFlush = true, NewLine = "\r\n" };
        await answers.WriteLineAsync("220 ready");
        try
        {
            for (var text = false; await lines.ReadLineAsync() is { } line;)
            {
                if (text && line != ".") continue;
                var word = line.Split(' ')[0];
                if (word == unanswered) silent.TrySetResult();
                else if (!silent.Task.IsCompleted) await answers.WriteLineAsync(word == "DATA" ? "354 go on" : "250 ok");
                text = word == "DATA";
            }
        }
        catch (IOException)
        {
            // the caller has gone without a word
        }
    }
}
