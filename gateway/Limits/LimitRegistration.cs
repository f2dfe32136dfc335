using Microsoft.Extensions.Options;

namespace Ecosystem.Gateway.Limits;

/// <summary>Puts quotas and load shedding into the gateway.</summary>
internal static class LimitRegistration
{
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitSettings>().BindConfiguration("Limits").Validate(settings => settings.Fault() is null, "The section Limits makes no sense.").ValidateOnStart();
        builder.Services.AddSingleton<LimitDatabase>().AddSingleton<LimitStore>().AddSingleton<Shares>().AddSingleton<Quotas>().AddSingleton<PartnerPlans>();
        builder.Services.AddHostedService<LimitUpkeep>().AddHostedService(services => services.GetRequiredService<PartnerPlans>());
        builder.Services.AddOptions<SheddingSettings>().BindConfiguration("Shedding");
        builder.Services.AddSingleton(services => new Capacity(services.GetRequiredService<IOptions<SheddingSettings>>().Value)).AddSingleton<GatewayMeasures>();
    }

    /// <summary>After the caller is known. What is shed costs no quota.</summary>
    public static void UseLimits(this WebApplication app) => app.UseMiddleware<LoadShedding>().UseMiddleware<QuotaLimits>();
}
