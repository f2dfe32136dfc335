namespace Ecosystem.Local;

/// <summary>PostgreSQL refuses to run as root; then its own user runs it, and the data must lie where that user can go.</summary>
internal static class ServerUser
{
    private const string Name = "postgres";

    public static bool IsNeeded => Environment.IsPrivilegedProcess;

    /// <summary>The same command, as the server's user when this program runs as root.</summary>
    public static Command As(Command command) => !IsNeeded ? command : command with
    {
        Program = "setpriv",
        Arguments = [$"--reuid={Name}", $"--regid={Name}", "--init-groups", "env", "HOME=/tmp", command.Program, .. command.Arguments],
        Directory = "/",
    };

    /// <summary>The wished folder, or one under /var/tmp when a parent of the wished one (e.g. /root) keeps the user out.</summary>
    public static async Task<string> Home(string wished, CancellationToken ct)
    {
        if (!IsNeeded)
        {
            return Directory.CreateDirectory(wished).FullName;
        }
        var home = await CanReach(Path.GetDirectoryName(wished)!, ct) ? wished : Elsewhere(wished);
        await new Command("install", "-d", "-m", "700", "-o", Name, "-g", Name, home).Run(ct);
        return home;
    }

    /// <summary>A file that only the server's user can read.</summary>
    public static async Task Write(string file, string text, CancellationToken ct)
    {
        PrivateFile.Write(file, text);
        if (IsNeeded)
        {
            await new Command("chown", Name, file).Run(ct);
        }
    }

    private static async Task<bool> CanReach(string folder, CancellationToken ct) =>
        (await As(new Command("test", "-x", folder)).Try(ct)).Status == 0;

    private static string Elsewhere(string wished) =>
        "/var/tmp/ecosystem" + wished.Replace('/', '-');
}
