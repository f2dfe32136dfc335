namespace Ecosystem.Gateway.Limits;

/// <summary>Puts limits into the gateway.</summary>
internal static class LimitRegistration
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitSettings>().BindConfiguration("Limits").Validate(settings => settings.Fault() is null, "The section Limits makes no sense.").ValidateOnStart();
        builder.Services.AddSingleton<LimitDatabase>().AddSingleton<LimitStore>().AddSingleton<Shares>();
        builder.Services.AddHostedService<LimitUpkeep>();
    }
}
