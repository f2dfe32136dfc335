using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>A way to PostgreSQL that breaks once, after a commit has happened and before its answer is through: in the first session that has sent the marked statement.</summary>
/// <param name="postgres">Where the server is.</param>
/// <param name="statement">How the marked statement begins.</param>
internal sealed class LostAcknowledgement(NpgsqlConnectionStringBuilder postgres, string statement) : Way(postgres.Host!, postgres.Port)
{
    private readonly TaskCompletionSource lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the commit has happened and its answer is lost.</summary>
    public Task Lost => lost.Task;

    /// <summary>The server over this way.</summary>
    public string Address => new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    protected override async Task Carry(NetworkStream client, NetworkStream server)
    {
        bool isMarked = false, isCommitting = false;
        await Task.WhenAny(Pass(client, server, Forth), Pass(server, client, _ => !isCommitting));
        if (isCommitting) lost.TrySetResult();

        bool Forth(ReadOnlyMemory<byte> bytes)
        {
            var sent = Encoding.Latin1.GetString(bytes.Span);
            isMarked |= sent.Contains(statement, StringComparison.Ordinal);
            isCommitting |= isMarked && !lost.Task.IsCompleted && sent.Contains("COMMIT", StringComparison.Ordinal);
            return true;
        }
    }
}
