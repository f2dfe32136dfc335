using System.Security.Cryptography;

namespace Ecosystem.Local;

/// <summary>Where one local ecosystem keeps its servers' data, logs and generated secrets, and which ports it uses.</summary>
public sealed class Workspace
{
    public Workspace(string directory, Ports ports)
    {
        Directory = Path.GetFullPath(directory, Repository.Root);
        Ports = ports;
        System.IO.Directory.CreateDirectory(Directory);
    }

    /// <summary>The one of deploy/run.</summary>
    public static Workspace OfRun => With(PortBlock.OfRun);

    /// <summary>The one of deploy/test; the tests find their servers here, or start them.</summary>
    public static Workspace OfTests => With(PortBlock.OfTests);

    public string Directory { get; }

    public Ports Ports { get; }

    public string File(params string[] path)
    {
        var file = Path.Combine([Directory, .. path]);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    public string Folder(params string[] path) => System.IO.Directory.CreateDirectory(Path.Combine([Directory, .. path])).FullName;

    /// <summary>A secret of 32 random bytes in base64, generated once and kept readable for the owner alone.</summary>
    public string Secret(string name)
    {
        var file = SecretFile(name);
        if (!System.IO.File.Exists(file))
        {
            PrivateFile.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        }
        return System.IO.File.ReadAllText(file);
    }

    /// <summary>A file in a folder that only the owner can enter.</summary>
    public string SecretFile(string name)
    {
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(Directory, "secrets"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Path.Combine(folder.FullName, name);
    }

    /// <summary>Passwords travel in URIs and connection strings, so they are hexadecimal.</summary>
    public string Password(string name) => Convert.ToHexStringLower(Convert.FromBase64String(Secret(name)))[..32];

    private static Workspace With(PortBlock block) => new(block.Directory, new Ports(block.Base));
}
