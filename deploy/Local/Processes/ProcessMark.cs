using System.Globalization;

namespace Ecosystem.Local;

/// <summary>
/// Names one process for good: a pid is given again to strangers, a pid with its start time is not.
/// Read from /proc, so that nothing is ever ended that this workspace did not start.
/// </summary>
public sealed record ProcessMark(int Pid, long StartedAt)
{
    public static ProcessMark? Of(int pid) => StartTime(pid) is { } started ? new(pid, started) : null;

    public static ProcessMark? Read(string file)
    {
        var parts = File.Exists(file) ? File.ReadAllText(file).Split(' ') : [];
        return parts.Length == 2 && int.TryParse(parts[0], out var pid) && long.TryParse(parts[1], out var started) ? new(pid, started) : null;
    }

    public bool Lives => StartTime(Pid) == StartedAt;

    public void Write(string file) => File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{Pid} {StartedAt}"));

    // Field 22 of /proc/pid/stat; the name in field 2 may hold spaces, so it is counted from the last bracket. A zombie has ended.
    private static long? StartTime(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
