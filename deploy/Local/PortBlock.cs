using System.Globalization;

namespace Ecosystem.Local;

/// <summary>
/// The ports of one workspace: where the environment says, else where its last run was, else the usual place. A run that finds one
/// of them taken by another program moves the whole block, and keeps the new place in a file for the commands that come after it.
/// </summary>
public sealed record PortBlock(string Directory, string Variable, int Usual)
{
    /// <summary>One city takes the first 180 ports; the tests' own processes as many from 200 on, and from 400 on.</summary>
    private const int Size = 580;

    // Downwards: above 32767 the kernel gives ports to outgoing connections.
    private const int Step = 2000;
    private const int Lowest = 12_000;

    public static PortBlock OfRun { get; } = new(".local", "ECOSYSTEM_PORT_BASE", 27500);

    public static PortBlock OfTests { get; } = new(".local/test", "ECOSYSTEM_TEST_PORT_BASE", 28500);

    public int Base => Given ?? (File.Exists(Kept) && Number(File.ReadAllText(Kept)) is { } kept ? kept : Usual);

    private int? Given => Number(Environment.GetEnvironmentVariable(Variable));

    private string Kept => Path.Combine(Repository.Root, Directory, "ports");

    /// <summary>The workspace, at ports that are free or used by its own servers.</summary>
    /// <exception cref="LocalProblem">No block is free.</exception>
    public async Task<Workspace> Claim(CancellationToken ct)
    {
        var workspace = new Workspace(Directory, new Ports(Base));
        if (Given is not null || await new Servers(workspace).Run(ct) || IsFree(Base))
        {
            return workspace;
        }
        var place = Enumerable.Range(0, (Usual - Lowest) / Step).Select(nr => Usual - nr * Step).FirstOrDefault(IsFree);
        if (place == 0)
        {
            throw new LocalProblem($"Found no {Size} free ports in a row; {Variable} says where to begin.");
        }
        File.WriteAllText(Kept, place.ToString(CultureInfo.InvariantCulture));
        return new Workspace(Directory, new Ports(place));
    }

    // RabbitMQ's name server outlives its nodes and is used again.
    private static bool IsFree(int start)
    {
        int[] nameServers = [new Ports(start).Epmd, new Ports(start + 200).Epmd];
        return Enumerable.Range(start, Size).Except(nameServers).All(FreePort.IsFree);
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
