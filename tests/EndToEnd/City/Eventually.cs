using Ecosystem.Local;

namespace Ecosystem.EndToEnd;

internal static class Eventually
{
    public static Task Holds(Func<Task<bool>> condition, string what, TimeSpan? limit = null) =>
        Wait.Until(_ => condition(), what, limit ?? TimeSpan.FromSeconds(20), default);
}
