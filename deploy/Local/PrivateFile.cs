namespace Ecosystem.Local;

/// <summary>A file that only its owner can read, from its first byte on.</summary>
internal static class PrivateFile
{
    public static void Write(string file, string text)
    {
        File.Delete(file);
        using var writer = new StreamWriter(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead,
        });
        writer.Write(text);
    }
}
