using Ecosystem.EventSourcing;

namespace Ecosystem.UnitTests.Campaigns;

internal static class Refusal
{
    public static void Is(Problem problem, Func<object> decide) => Assert.Equal(problem, Assert.Throws<Refused>(decide).Problem);
}
