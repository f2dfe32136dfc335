using System.Globalization;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Faults;

/// <summary>Which process is at the other end of a connection: servers know only its port.</summary>
internal static class Sockets
{
    public static ServiceProcess OwnerOf(this IEnumerable<ServiceProcess> processes, int localPort) =>
        processes.Single(process => process is { Runs: true, Pid: { } pid } && Of(pid).Contains(Inode(pid, localPort)));

    private static string Inode(int pid, int localPort) => File.ReadLines($"/proc/{pid}/net/tcp").Skip(1)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Where(fields => int.Parse(fields[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture) == localPort && fields[3] == "01")
        .Select(fields => $"socket:[{fields[9]}]").First();

    private static HashSet<string> Of(int pid) => [.. Directory.GetFiles($"/proc/{pid}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
}
