using System.Runtime.InteropServices;

namespace Ecosystem.Local;

/// <summary>Ctrl-C, SIGTERM and a closed terminal become one cancellation, so that everything started is stopped in order.</summary>
public sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption()
    {
        registrations = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(signal => PosixSignalRegistration.Create(signal, Heard))];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
        source.Dispose();
    }

    private void Heard(PosixSignalContext context)
    {
        context.Cancel = true;
        source.Cancel();
    }
}
