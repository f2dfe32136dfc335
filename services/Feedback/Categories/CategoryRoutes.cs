using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>What can be reported, decided by the coordinating unit.</summary>
internal static class CategoryRoutes
{
    public static void KeepCategories(this StoreBuilder store) => store.Stream<CategoryPlan, CategoryEvent>("categories", CategoryPlan.New, CategoryPlan.Evolve);

    public static void AddCategories(this IServiceCollection services) =>
        services.AddInForce<CategoryPlan, CategoryEvent, Catalogue>(CategoryPlan.Id, CategoryPlan.New(CategoryPlan.Id));

    public static void MapCategories(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/categories", ListCategories.Handle).RequireScope("feedback.read").WithSummary("List what can be reported");
        app.MapGet("/v1/categories/{code}", ReadCategory.Handle).RequireScope("feedback.read").WithSummary("Read a category with its questions and notices, now or as of a time");
        app.MapGet("/v1/categories/{code}/history", ReadCategoryHistory.Handle).RequireScope("feedback.coordinate").WithSummary("Read what was decided about a category");
        app.MapPut("/v1/categories/{code}", DefineCategory.Handle).RequireScope("feedback.coordinate").WithSummary("Add or change a category by a decision");
        app.MapPost("/v1/categories/{code}/closure", CloseCategory.Handle).RequireScope("feedback.coordinate").WithSummary("Close a category by a decision");
    }
}
