namespace Ecosystem.EndToEnd.BadInput;

/// <summary>Looks past the services into their databases.</summary>
internal static class Stored
{
    private static readonly string[] Services = ["coordination", "feedback", "campaigns", "notifications", "gateway"];

    /// <summary>Events that a caller has caused in all services.</summary>
    public static Task<long> EventsBy(City city, string subject) => Count(city, "select count(*) from mt_events where user_name = $1", subject);

    /// <summary>Whatever a caller has left in all services: events, and a key for personal data.</summary>
    public static async Task<long> By(City city, string subject) =>
        await EventsBy(city, subject) + await Count(city, "select count(*) from personal_keys where subject = $1", subject);

    private static async Task<long> Count(City city, string sql, string subject) =>
        (await Task.WhenAll(Services.Select(service => city.Count(service, sql, subject)))).Sum();
}
