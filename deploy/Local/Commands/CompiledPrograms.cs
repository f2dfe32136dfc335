using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Ecosystem.Local;

/// <summary>
/// The built services and the gateway once more, compiled for this machine ahead of their start as publishing would: they start sooner, need less processor
/// time for what they do for the first time, and share the memory of their libraries. A program that was built since is started as it was built.
/// </summary>
internal static class CompiledPrograms
{
    private static readonly string[] Projects = ["gateway", "services/Coordination", "services/Campaigns", "services/Feedback", "services/Notifications"];

    /// <summary>The compiler is a package of the SDK's release, for this kind of machine only; null where there is none.</summary>
    private static readonly string? Compiler = typeof(CompiledPrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Select(said => (said.Key, said.Value)).FirstOrDefault(said => said.Key == "AheadOfTimeCompiler" && RuntimeInformation.OSArchitecture is Architecture.X64 && File.Exists(said.Value)).Value;

    /// <summary>The program to start, e.g. of <c>services/Feedback</c>.</summary>
    public static string Of(string project)
    {
        var built = Repository.Program(project);
        return IsCurrent(project) ? Path.Combine(Folder(project), Path.GetFileName(built)) : built;
    }

    /// <summary>Compiles what has changed since it did; some seconds a library.</summary>
    public static async Task Make(Progress progress, CancellationToken ct)
    {
        if (Compiler is not { } compiler || Repository.Configuration != "Release" || Projects.All(IsCurrent)) return;
        var libraries = Projects.SelectMany(project => Directory.GetFiles(Built(project), "*.dll")).Select(file => new Library(file)).DistinctBy(library => library.Compiled).ToList();
        var missing = libraries.Where(library => !File.Exists(library.Compiled)).DistinctBy(library => library.Name).ToList();
        if (missing.Count > 0) await Compile(compiler, missing, libraries, ct);
        foreach (var project in Projects) Gather(project);
        progress.Say($"{missing.Count} libraries are compiled for this machine");
    }

    private static async Task Compile(string compiler, List<Library> missing, List<Library> all, CancellationToken ct)
    {
        foreach (var library in missing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(library.Staged)!);
            File.Copy(library.File, library.Staged, overwrite: true);
        }

        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var web = Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App", runtime.Name);
        var references = all.DistinctBy(library => library.Name).Select(library => library.File).Concat([$"{runtime.FullName}/*.dll", $"{web}/*.dll"]);
        await new Command(compiler, [.. missing.Select(library => library.Staged), .. references.Select(reference => $"-r:{reference}"), "--single-file-compilation", "--out-near-input", "--targetos:linux", "--targetarch:x64", "-O"]).Run(ct);
    }

    private static void Gather(string project)
    {
        var (built, folder) = (Built(project), Folder(project));
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var library = file.EndsWith(".dll", StringComparison.Ordinal) ? new Library(file) : null;
            if (library is null || Link(library.Compiled, target) != 0) File.Copy(file, target);
        }

        File.WriteAllText(Stamp(project), Fingerprint.Of(built));
    }

    private static bool IsCurrent(string project) => File.Exists(Stamp(project)) && File.ReadAllText(Stamp(project)) == Fingerprint.Of(Built(project));

    private static string Built(string project) => Path.GetDirectoryName(Repository.Program(project))!;

    private static string Folder(string project) => Repository.File(".local", "programs", Path.GetFileName(project));

    private static string Stamp(string project) => $"{Folder(project)}.stamp";

    /// <summary>One file for all programs that have it: the machine then keeps it in memory once.</summary>
    [DllImport("libc", EntryPoint = "link", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    private sealed record Library(string File)
    {
        public string Name => Path.GetFileName(File);

        /// <summary>A copy in a folder that its content names, beside which the compiler puts its own file.</summary>
        public string Staged { get; } = Repository.File(".local", "compiled", Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(File)))[..20], Path.GetFileName(File));

        public string Compiled => Path.ChangeExtension(Staged, ".ni.dll");
    }
}
