namespace Ecosystem.Gateway.Documents;

/// <summary>What anyone may read about the API.</summary>
internal static class DocumentEndpoints
{
    public static void AddDocuments(this IServiceCollection services) => services.AddSingleton<ServiceDocuments>().AddSingleton<PublishedDocument>();

    public static void MapDocuments(this WebApplication app)
    {
        var open = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        open.MapGet("/openapi/v1.json", ReadDocument.Handle);
        open.MapGet("/docs/{**file}", BrowseDocument.Handle);
        open.MapGet("/problems", ExplainProblem.All);
        open.MapGet("/problems/{type}", ExplainProblem.One);
        app.MapOpenApi("/openapi/gateway/{documentName}.json").AllowAnonymous();
    }
}
