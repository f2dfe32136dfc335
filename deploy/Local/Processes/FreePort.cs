using System.Net;
using System.Net.Sockets;

namespace Ecosystem.Local;

/// <summary>Tells early and clearly that a port is another program's, which is then left alone.</summary>
internal static class FreePort
{
    public static void Check(string user, params ReadOnlySpan<int> ports)
    {
        foreach (var port in ports)
        {
            if (!IsFree(port))
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
