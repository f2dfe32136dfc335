using Ecosystem.Feedback.Configuration;

namespace Ecosystem.Feedback;

internal static class ConfigurationRegistration
{
    /// <summary>Keeps what is in force of one configuration in this process's memory.</summary>
    public static void AddInForce<TState, TEvent, T>(this IServiceCollection services, Guid stream, TState shipped) where TState : IScheduled<T> where TEvent : notnull where T : class
    {
        services.AddSingleton(provider => new InForce<TState, TEvent, T>(stream, shipped, provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IRefreshed>(provider => provider.GetRequiredService<InForce<TState, TEvent, T>>());
        if (services.All(service => service.ImplementationType != typeof(KeepInForce))) services.AddHostedService<KeepInForce>();
    }
}
