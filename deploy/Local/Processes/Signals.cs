using System.Runtime.InteropServices;

namespace Ecosystem.Local;

/// <summary>The two signals that .NET's Process cannot send or cannot send to a process that it did not start.</summary>
internal static class Signals
{
    private const int Kill = 9;
    private const int Terminate = 15;

    public static void SendKill(int pid) => _ = Send(pid, Kill);

    public static void SendTerminate(int pid) => _ = Send(pid, Terminate);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Send(int pid, int signal);
}
