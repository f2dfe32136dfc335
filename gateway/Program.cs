using System.Text;
using Ecosystem.Gateway;
using Ecosystem.Gateway.Documents;
using Ecosystem.ServiceDefaults;
using Yarp.ReverseProxy.Health;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults("gateway");
builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(30) });
builder.Services.Configure<TransportFailureRateHealthPolicyOptions>(builder.Configuration.GetSection("PassiveHealth"));
builder.Services.AddDocuments();
builder.Services.AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
    .AddConfigFilter<ReadableNotices>()
    .ConfigureHttpClient((_, client) =>
    {
        client.ConnectTimeout = TimeSpan.FromSeconds(2);
        client.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8; // as Kestrel has read them: else one ế in a header looks like a service that is down
    });

var app = builder.Build();
app.UseServiceDefaults();
app.UseRequestTimeouts();
app.MapDocuments();
app.MapReverseProxy(proxy =>
{
    proxy.UseMiddleware<DeprecatedRoutes>();
    proxy.UseMiddleware<ForwardingProblems>();
    proxy.UseMiddleware<SecondTry>();
    proxy.UseLoadBalancing();
    proxy.UsePassiveHealthChecks();
});
app.Run();
