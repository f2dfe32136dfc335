using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>What units begin their answers with, kept by the coordinating unit.</summary>
internal static class TemplateRoutes
{
    public static void KeepAnswerTemplates(this StoreBuilder store) => store.Stream<TemplatePlan, TemplateEvent>("answer_templates", TemplatePlan.New, TemplatePlan.Evolve);

    public static void AddAnswerTemplates(this IServiceCollection services) =>
        services.AddInForce<TemplatePlan, TemplateEvent, Templates>(TemplatePlan.Id, TemplatePlan.New(TemplatePlan.Id));

    public static void MapAnswerTemplates(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/answer-templates", ListTemplates.Handle).RequireScope("feedback.handle").WithSummary("List what an answer may begin with");
        app.MapGet("/v1/answer-templates/{code}", ReadTemplate.Handle).RequireScope("feedback.coordinate").WithSummary("Read a template and what was decided about it, now or as of a time");
        app.MapPut("/v1/answer-templates/{code}", DefineTemplate.Handle).RequireScope("feedback.coordinate").WithSummary("Add or change a template by a decision");
        app.MapPost("/v1/answer-templates/{code}/closure", CloseTemplate.Handle).RequireScope("feedback.coordinate").WithSummary("Close a template by a decision");
    }
}
