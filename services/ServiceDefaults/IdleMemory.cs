using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Gives back to the machine what a rush left behind: once a process has hardly allocated anything for a while, its heap is
/// collected, compacted and shrunk, once for each quiet time. Left to itself the collector waits for allocations that do not come, and the C library,
/// from which compiling took its memory, keeps what was given back to it.
/// </summary>
internal sealed class IdleMemory(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    /// <summary>Bytes allocated between two looks, below which the process is idle: the polls of runners and sweeps stay below it, a few requests a second do not.</summary>
    private const long Hardly = 32 << 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        var (before, isSmall) = (0L, false);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            var isIdle = now - before < Hardly;
            if (isIdle && !isSmall) GiveBack();
            (before, isSmall) = (now, isIdle);
        }
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _ = Trim(0);
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint keep);
}
