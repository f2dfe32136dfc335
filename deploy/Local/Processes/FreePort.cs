using System.Net;
using System.Net.Sockets;

namespace Ecosystem.Local;

/// <summary>Tells early and clearly that a port is another program's, which is then left alone.</summary>
internal static class FreePort
{
    // The kernel gives a killed process's port back a little after its death; and a process that is just being started holds, until it
    // runs its own program, what its parent had open, among it the socket with which another port is tried here.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <exception cref="LocalProblem">One of them stays taken.</exception>
    public static async Task Wait(string user, CancellationToken ct, params IReadOnlyList<int> ports)
    {
        foreach (var port in ports)
        {
            if (!await Local.Wait.For(() => IsFree(port), Limit, ct))
            {
                throw new LocalProblem($"Port {port}, wanted for {user}, is another program's. Start again to move to free ports, or set ECOSYSTEM_PORT_BASE (of the tests ECOSYSTEM_TEST_PORT_BASE).");
            }
        }
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
