using Ecosystem.Local;

namespace Ecosystem.EndToEnd;

/// <summary>Where tests start processes of their own, for each of the two collections that run side by side.</summary>
internal static class Places
{
    public static Workspace BesideTheCity { get; } = At("small", 200);

    /// <summary>For tests that ask the city too.</summary>
    public static Workspace WithTheCity { get; } = At("neighbour", 400);

    private static Workspace At(string folder, int ports) => new(Path.Combine(Workspace.OfTests.Directory, folder), new Ports(Workspace.OfTests.Ports.Base + ports));
}
