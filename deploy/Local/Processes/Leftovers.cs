namespace Ecosystem.Local;

/// <summary>Ends what an earlier run of the same workspace left behind when it was killed.</summary>
public static class Leftovers
{
    internal const string Marks = "processes";

    public static void End(Workspace workspace)
    {
        foreach (var file in Directory.GetFiles(workspace.Folder(Marks)))
        {
            if (ProcessMark.Read(file) is { Lives: true } mark)
            {
                Signals.SendKill(mark.Pid);
            }
            File.Delete(file);
        }
    }
}
