using Ecosystem.TraceSink;

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton(new SpanBuffer(capacity: 50_000));
builder.Services.AddSingleton<MetricCounts>();

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapPost("/v1/traces", Receive.Traces);
app.MapPost("/v1/metrics", Receive.Metrics);
app.MapPost("/v1/logs", Receive.Logs);
app.MapGet("/api/traces", ReadTraces.List);
app.MapGet("/api/traces/{id}", ReadTraces.One);
app.MapDelete("/api/traces", ReadTraces.Forget);
app.MapGet("/api/metrics", (MetricCounts metrics) => metrics.Seen);
app.MapGet("/health/ready", () => "ready");
app.Run();
