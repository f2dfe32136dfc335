namespace Ecosystem.Local;

/// <summary>Held by one process at a time; the kernel releases it when the process dies.</summary>
public static class FileLock
{
    /// <summary>Null when another process holds it.</summary>
    public static IDisposable? Try(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static async Task<IDisposable> Take(string file, TimeSpan limit, CancellationToken ct)
    {
        IDisposable? held = null;
        await Wait.Until(_ => Task.FromResult((held = Try(file)) is not null), $"The release of {file} by another process", limit, ct);
        return held!;
    }
}
