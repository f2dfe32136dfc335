namespace Ecosystem.Local;
internal static class Journey
{
    public static Task<bool> Play(LocalEcosystem ecosystem, TextWriter output, CancellationToken ct) => Task.FromResult(true);
}
