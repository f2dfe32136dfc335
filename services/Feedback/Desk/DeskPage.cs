using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Desk;

/// <summary>What every page of the desk knows: who looks at it, the token of its forms, and what was refused just now.</summary>
/// <param name="By">Null on pages for everybody.</param>
public sealed record DeskFrame(Official? By, string FormToken, Catalogue Categories)
{
    internal Refusal? Refusal { get; init; }

    /// <summary>What was typed into a field of the form that was refused.</summary>
    public string Typed(string step, string field) => Refusal?.Form is { } form && form["_step"].ToString() == step ? form[field].ToString() : "";

    public bool WasRefused(string step) => Refusal?.Form["_step"].ToString() == step;
}

/// <summary>Renders a page, and a refusal as a page.</summary>
internal static class DeskPage
{
    public static RazorComponentResult Of<TPage>(HttpContext http, IAntiforgery antiforgery, params (string Name, object? Value)[] parameters) where TPage : IComponent
    {
        var refusal = Refusal.Of(http);
        var token = http.Request.Path.StartsWithSegments("/desk") ? antiforgery.GetAndStoreTokens(http).RequestToken! : "";    // pages for everybody have no such forms, and leave no cookie
        var categories = http.RequestServices.GetRequiredService<InForce<CategoryPlan, CategoryEvent, Catalogue>>().Value;
        var frame = new DeskFrame(Caller.Of(http) as Official, token, categories) { Refusal = refusal };
        http.Response.Headers.CacheControl = "no-store";
        Dictionary<string, object?> all = new() { ["Frame"] = frame };
        foreach (var (name, value) in parameters) all[name] = value;
        return new RazorComponentResult<TPage>(all) { StatusCode = refusal?.Status, PreventStreamingRendering = true };
    }

    /// <summary>For pages whose reader is a person: a problem in words instead of JSON.</summary>
    public static async ValueTask<object?> Tell(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Refused refused)
        {
            var http = context.HttpContext;
            var page = Of<RefusedPage>(http, http.RequestServices.GetRequiredService<IAntiforgery>(), ("Why", Language.Say(refused.Problem.English, refused.Problem.Vietnamese)));
            page.StatusCode = refused.Problem.Status;
            return page;
        }
    }
}
