namespace Ecosystem.Local;

/// <summary>Makes the data folder of a private PostgreSQL, whole or not at all.</summary>
internal static class PostgresData
{
    public static string Folder(string home) => Path.Combine(home, "data");

    public static async Task Create(string home, string user, string password, CancellationToken ct)
    {
        if (Directory.Exists(Folder(home)))
        {
            return;
        }
        var unfinished = Path.Combine(home, "unfinished");
        var passwordFile = Path.Combine(home, "password");
        await ServerUser.As(new Command("rm", "-rf", unfinished)).Run(ct);
        await ServerUser.Write(passwordFile, password, ct);
        await ServerUser.As(new Command(Program("initdb"), "-D", unfinished, "-U", user, $"--pwfile={passwordFile}",
            "--auth=scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums")).Run(ct);
        await ServerUser.As(new Command("mv", unfinished, Folder(home))).Run(ct);
    }

    /// <summary>A server program of the newest installed version; Debian keeps these out of PATH.</summary>
    public static string Program(string name) =>
        Directory.Exists("/usr/lib/postgresql")
        && Directory.GetDirectories("/usr/lib/postgresql").MaxBy(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0) is { } newest
            ? Path.Combine(newest, "bin", name)
            : throw new LocalProblem("PostgreSQL is not installed: apt-get install postgresql");
}
