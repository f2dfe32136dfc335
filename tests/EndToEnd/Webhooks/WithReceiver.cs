using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Webhooks;

/// <summary>Tests that have partners with a real receiver.</summary>
public abstract class WithReceiver(City city) : IAsyncLifetime
{
    private readonly List<Partner> partners = [];

    protected City City { get; } = city;

    protected WebhookReceiver Receiver { get; } = new(Workspace.OfTests);

    public async ValueTask InitializeAsync() => await Receiver.Start();

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var partner in partners) await partner.Leave();
        await Receiver.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task<Partner> Join()
    {
        var partner = await Partner.Of(City, Receiver);
        partners.Add(partner);
        return partner;
    }
}
