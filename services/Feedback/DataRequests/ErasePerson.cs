using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Watching;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>All that it takes to erase a person: what is kept outside the events goes, then the key. Done again, it does what was left.</summary>
public sealed class ErasePerson(StopWatching watching, PersonalData personal)
{
    public async Task Of(string subject, CancellationToken ct)
    {
        await watching.Of(subject, number: null, ct);
        await personal.Erase(subject, ct);
    }
}
