using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>A category in an official's token stands for those below it as well (decision 045): from here on the caller has all of them, by the tree in force.</summary>
internal sealed class OwnCategories(RequestDelegate next, InForce<CategoryPlan, CategoryEvent, Catalogue> categories)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (Caller.Of(http) is Official { Categories: { } own } official)
            http.Features.Set<Caller>(official with { Categories = categories.Value.WithBelow(own) });
        return next(http);
    }
}
