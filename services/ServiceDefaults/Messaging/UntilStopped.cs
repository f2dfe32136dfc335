using MassTransit;
using MassTransit.Context;
using Microsoft.Extensions.Hosting;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// What a message has begun is brought to its end when the connection to the broker is lost: a mail that is cancelled after the server has taken it
/// is sent again with the next delivery. And MassTransit cancels one after another on the thread that tells consumers of the loss, where Npgsql waits
/// for PostgreSQL each time: a slow database would keep a service from the broker for minutes. Only the process's own stop cancels.
/// </summary>
internal sealed class UntilStopped<T>(IHostApplicationLifetime host) : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        using var stop = new CancellationTokenSource();
        await using var told = context.CancellationToken.UnsafeRegister(_ => CancelIn(stop), null);
        await next.Send(new Unhurried(context, stop.Token));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("untilStopped");

    private void CancelIn(CancellationTokenSource stop)
    {
        if (host.ApplicationStopping.IsCancellationRequested) stop.Cancel();
    }

    private sealed class Unhurried(ConsumeContext<T> context, CancellationToken stop) : ConsumeContextProxy<T>(context)
    {
        public override CancellationToken CancellationToken => stop;
    }
}
