using System.Text;
using Ecosystem.Gateway.CallLog;
using Ecosystem.Gateway.Documents;
using Ecosystem.Gateway.Edge;
using Ecosystem.Gateway.Forwarding;
using Ecosystem.Gateway.Home;
using Ecosystem.Gateway.Limits;
using Ecosystem.Gateway.Partners;
using Ecosystem.Gateway.Sandbox;
using Ecosystem.Gateway.Tokens;
using Ecosystem.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults("gateway");
builder.AddPartners();
builder.AddTokens();
builder.AddSandbox();
builder.AddEdge();
builder.AddLimits();
builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromSeconds(30) });
builder.Services.AddCallLog().AddHome().AddDocuments();
builder.Services.AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
    .AddConfigFilter<ReadableNotices>()
    .ConfigureHttpClient((_, client) =>
    {
        client.ConnectTimeout = TimeSpan.FromMilliseconds(400); // twice, and a service that is down is still told of within a second
        client.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8; // as Kestrel has read them: else one ế in a header looks like a service that is down
    });

var app = builder.Build();
app.UseEdge();
app.UseMiddleware<CallRecorder>();
app.UseServiceDefaults();
app.UseSandbox();
app.UseMiddleware<PlainRequests>();
app.UseMiddleware<DelegationHeaders>();
app.UseLimits();
app.UseRequestTimeouts();
app.MapPartners();
app.MapTokens();
app.MapCallLog();
app.MapHome();
app.MapDocuments();
app.MapForwarding();
app.Run();
