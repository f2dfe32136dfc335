using Ecosystem.EventSourcing;

namespace Ecosystem.UnitTests.Campaigns;

internal static class Stored
{
    /// <summary>An event as projections and announcements get it.</summary>
    public static Recorded As(object happened, Guid stream) => new(1, Guid.NewGuid(), stream, 1, "", happened, CuaNam.FirstMorning, null, null);
}
