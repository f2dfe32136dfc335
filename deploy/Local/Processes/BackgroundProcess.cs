using System.Diagnostics;

namespace Ecosystem.Local;

/// <summary>
/// A program that runs beside this one, with its own log file and its own session (Ctrl-C reaches only this program, which
/// then ends the others in order). Its mark is kept, so a later run can find and end what a killed run left behind.
/// </summary>
/// <param name="marks">Folder of the marks; <see cref="Leftovers"/> looks into the given default only.</param>
public sealed class BackgroundProcess(Workspace workspace, string name, Command command, string marks = Leftovers.Marks)
{
    // The shell hands the log to the program and becomes it: no pipe that breaks when this program dies first.
    private const string Launcher = """log=$1; shift; exec setsid "$@" >>"$log" 2>&1 </dev/null""";

    private string MarkFile => workspace.File(marks, name);

    public string Log => workspace.File("logs", $"{name}.log");

    public ProcessMark? Mark => ProcessMark.Read(MarkFile);

    public bool Runs => Mark is { Lives: true };

    public void Start()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launcher, "sh", Log, command.Program, .. command.Arguments])
        {
            WorkingDirectory = command.Directory ?? workspace.Directory,
        };
        foreach (var (variable, value) in command.Environment)
        {
            start.Environment[variable] = value;
        }
        var process = Process.Start(start) ?? throw new LocalProblem($"{name} does not start.");
        ProcessMark.Of(process.Id)?.Write(MarkFile);
    }

    /// <summary>SIGTERM, and SIGKILL for what is still there after the limit.</summary>
    /// <returns>True when it ended by itself.</returns>
    public async Task<bool> Stop(TimeSpan limit, CancellationToken ct = default)
    {
        var drained = true;
        if (Mark is { Lives: true } mark)
        {
            Signals.SendTerminate(mark.Pid);
            drained = await Wait.For(() => !mark.Lives, limit, ct);
        }
        Kill();
        return drained;
    }

    /// <summary>SIGKILL: what a crash looks like.</summary>
    public void Kill()
    {
        if (Mark is { Lives: true } mark)
        {
            Signals.SendKill(mark.Pid);
            SpinWait.SpinUntil(() => !mark.Lives, TimeSpan.FromSeconds(5));
        }
        File.Delete(MarkFile);
    }

    public string LastLines(int count = 20) => File.Exists(Log) ? string.Join('\n', File.ReadLines(Log).TakeLast(count)) : "";
}
