using System.Net;
using System.Net.Sockets;

namespace Ecosystem.Local;

/// <summary>Tells early and clearly that a port is another program's, which is then left alone.</summary>
internal static class FreePort
{
    public static void Check(int port, string user)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = false };
            listener.Start();
        }
        catch (SocketException)
        {
            throw new LocalProblem($"Port {port}, wanted for {user}, is another program's. Set ECOSYSTEM_PORT_BASE (default 27500) to use other ports.");
        }
    }
}
