using Ecosystem.DevIssuer;

var builder = WebApplication.CreateSlimBuilder(args);
OnlyForDevelopment.Check(builder.Environment);
builder.Services.AddSingleton(SigningKeys.Load(builder.Configuration["DEV_ISSUER_KEYS"]));
builder.Services.AddSingleton(TimeProvider.System);

var app = builder.Build();
app.MapGet("/.well-known/openid-configuration", Discovery.Configuration);
app.MapGet("/jwks", Discovery.Keys);
app.MapPost("/tokens", IssueToken.Handle);
app.MapGet("/health/ready", () => "ready");
app.Run();
