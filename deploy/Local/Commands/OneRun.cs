namespace Ecosystem.Local;

/// <summary>Two runs in one workspace would end one another's processes.</summary>
internal sealed class OneRun(Workspace workspace, IDisposable turn) : IDisposable
{
    public Workspace Workspace => workspace;

    /// <returns>The workspace at its ports, without what a killed run left behind; held until disposed.</returns>
    /// <exception cref="LocalProblem">Another run uses it.</exception>
    public static async Task<OneRun> Of(PortBlock block, CancellationToken ct)
    {
        var before = new Workspace(block.Directory, new Ports(block.Base));
        var turn = FileLock.Try(before.File("run.lock")) ?? throw new LocalProblem($"Another run uses {before.Directory}; stop it first.");
        Leftovers.End(before);
        return new OneRun(await block.Claim(ct), turn);
    }

    public void Dispose() => turn.Dispose();
}
