using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Guidance before and instead of a report: articles, and the assistant that answers from them.</summary>
internal static class GuidanceRoutes
{
    public static void AddGuidance(this IServiceCollection services) =>
        services.AddSingleton<ArticleSearch>().AddHostedService<ShipGuidance>().AddHostedService<ForgetQuestions>();

    public static void KeepGuidance(this StoreBuilder store)
    {
        store.Stream<Article, ArticleEvent>("article", Article.New, Article.Evolve).View<ArticleRow>("article", ArticleRow.Fold);
        store.Stream<Question, QuestionEvent>("question", Question.New, Question.Evolve).View<QuestionRow>("question", QuestionRow.Fold);
        store.Stream<Assistant, AssistantEvent>("assistant", Assistant.New, Assistant.Evolve);
    }

    public static void MapGuidance(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/guidance/articles", ListArticles.Handle).AllowAnonymous().WithSummary("Look through the published guidance");
        app.MapGet("/v1/guidance/articles/{code}", ReadArticle.Handle).AllowAnonymous().WithSummary("Read an article, now or as of a time");
        app.MapPost("/v1/guidance/articles", DraftArticle.Handle).RequireScope("guidance.edit").WithSummary("Write a new article");
        app.MapPut("/v1/guidance/articles/{code}", ReviseArticle.Handle).RequireScope("guidance.edit").WithSummary("Change an article's words");
        app.MapPost("/v1/guidance/articles/{code}/publication", PublishArticle.Handle).RequireScope("guidance.edit").WithSummary("Publish what the draft says");
        app.MapPost("/v1/guidance/articles/{code}/withdrawal", WithdrawArticle.Handle).RequireScope("guidance.edit").WithSummary("Withdraw an article");
        app.MapGet("/v1/guidance/articles/{code}/draft", ReadArticle.Desk).RequireScope("guidance.edit").WithSummary("Read an article as its editors see it");
        app.MapGet("/v1/guidance/articles/{code}/history", ReadArticle.History).RequireScope("guidance.edit").WithSummary("Read what happened to an article");
        app.MapGet("/v1/guidance/drafts", ListDrafts.Handle).RequireScope("guidance.edit").WithSummary("List what is not published yet");
        app.MapPost("/v1/assistant/questions", AskQuestion.Handle).AllowAnonymous().WithSummary("Ask the virtual assistant");
        app.MapPost("/v1/assistant/questions/{id}/rating", RateReply.Handle).AllowAnonymous().WithSummary("Say whether the reply helped");
        app.MapPost("/v1/assistant/questions/{id}/settlement", SettleQuestion.Handle).RequireScope("guidance.edit").WithSummary("Take a question off the editors' list");
        app.MapGet("/v1/assistant/unanswered", ListUnanswered.Handle).RequireScope("guidance.edit").WithSummary("List what the guidance does not answer");
        app.MapGet("/v1/assistant/settings", ConfigureAssistant.Read).RequireScope("guidance.edit").WithSummary("Read the assistant's settings");
        app.MapPut("/v1/assistant/settings", ConfigureAssistant.Handle).RequireScope("guidance.edit").WithSummary("Change the assistant's settings");
    }
}
