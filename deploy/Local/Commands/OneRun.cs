namespace Ecosystem.Local;

/// <summary>Two runs in one workspace would end one another's processes.</summary>
internal static class OneRun
{
    public static IDisposable Of(Workspace workspace) => FileLock.Try(workspace.File("run.lock"))
        ?? throw new LocalProblem($"Another run uses {workspace.Directory}; stop it first.");
}
