using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Ecosystem.UnitTests.Feedback;

/// <summary>The services of a process that knows one configuration.</summary>
internal sealed class InForceNow(CategoryPlan plan) : IServiceProvider, IServiceScopeFactory
{
    public object? GetService(Type serviceType) =>
        serviceType == typeof(InForce<CategoryPlan, CategoryEvent, Catalogue>) ? new InForce<CategoryPlan, CategoryEvent, Catalogue>(CategoryPlan.Id, plan, this, new At(Given.Now)) : null;

    public IServiceScope CreateScope() => throw new NotSupportedException();

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
