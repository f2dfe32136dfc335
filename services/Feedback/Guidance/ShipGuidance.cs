using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Brings the shipped articles into the store at start, so that a new city can answer from its first day. What an editor has touched stays as it is.</summary>
public sealed class ShipGuidance(IServiceScopeFactory scopes, TimeProvider clock, IConfiguration configuration, ILogger<ShipGuidance> log) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    /// <summary>Who answers for them: the coordinating unit of the first province that the ecosystem serves.</summary>
    private readonly string owner = $"{(configuration["ECOSYSTEM_PROVINCES"] ?? "01,24,31")[..2]}.UBND";

    public static ArticleEvent[] Decide(ShippedGuidance shipped, string owner, Article article, DateTimeOffset now) => article switch
    {
        { Status: ArticleStatus.Absent } => [new ArticleShipped(shipped.Code, shipped.Kind, owner, shipped.Content, now)],
        { IsAsShipped: true } when !shipped.Content.Says(article.Published) => [new ArticleShipped(shipped.Code, shipped.Kind, article.Owner, shipped.Content, now)],
        _ => [],
    };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await IsShipped(stoppingToken)) await Task.Delay(Retry, clock, stoppingToken);
    }

    private async Task<bool> IsShipped(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Cause>().By = "shipped";
            await Ship(scope.ServiceProvider, ct);
            return true;
        }
        catch (Exception away) when (away is Refused or Npgsql.NpgsqlException)
        {
            log.LogWarning("The shipped guidance comes later: {Reason}", away.Message);
            return false;
        }
    }

    private async Task Ship(IServiceProvider services, CancellationToken ct)
    {
        var articles = services.GetRequiredService<EventStream<Article, ArticleEvent>>();
        var there = (await services.GetRequiredService<ReadModel<ArticleRow>>().Query("", [], ct)).ToDictionary(row => row.Data.Code, row => row.Data);
        foreach (var shipped in ShippedGuidance.All().Where(shipped => !there.TryGetValue(shipped.Code, out var row) || (row.IsAsShipped && !shipped.Content.Says(row.Published))))
            await articles.Append(Article.IdOf(shipped.Code), article => Decide(shipped, owner, article, clock.GetUtcNow()), ct);
    }
}
