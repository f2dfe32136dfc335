using System.Diagnostics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.Feedback.Routing;

namespace Ecosystem.Benchmarks;

/// <summary>How long it takes to find the rule for a report among 10 to 1,000 rules of all kinds, of which only the last fits; each report's best of ten, as other programs run beside.</summary>
internal static class RoutingBenchmark
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 2, 30, 0, TimeSpan.Zero);
    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);
    private static readonly string[] Syllables = ["đèn", "đường", "hỏng", "ngập", "cây", "đổ", "rác", "nước", "cháy", "khói", "xe", "chợ", "trường", "cống", "vỡ", "tắc"];

    public static Task Run(Figures figures)
    {
        foreach (var count in new[] { 10, 100, 1_000 })
        {
            var matchers = new Matchers(Rules(count), 1);
            var matters = Enumerable.Range(0, 500).Select(Report).ToArray();
            for (var round = 0; round < 4; round++) Decide(matchers, matters);
            var rounds = Enumerable.Range(0, 10).Select(_ => Decide(matchers, matters)).ToArray();
            var took = matters.Index().Select(matter => rounds.Min(round => round[matter.Index])).ToArray();
            Figures.Tell($"routing over {count} rules, median", Load.Percentile(took, 0.5), "ms");
            figures.AtMost($"routing over {count} rules, p99", Load.Percentile(took, 0.99), "ms", 1);
        }

        return Task.CompletedTask;
    }

    private static double[] Decide(Matchers matchers, Matter[] matters) => Array.ConvertAll(matters, matter =>
    {
        var started = Stopwatch.GetTimestamp();
        if (matchers.Of(matter, Categories).First().Rule.Id != "rest") throw new InvalidOperationException("Another rule fits.");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    });

    /// <summary>Each kind of condition in turn, every rule as costly as such a rule may be: only its last part does not fit.</summary>
    private static RuleSet Rules(int count) => new([.. Enumerable.Range(0, count - 1).Select(nr => new Rule($"rule-{nr}", When(nr), new())), new("rest", new(), new())]);

    private static Condition When(int nr) => (nr % 5) switch
    {
        0 => new(Categories: ["lighting"], Words: [.. Enumerable.Range(0, 10).Select(n => $"{Syllables[n]} {Syllables[(n + nr) % 16]} không có {nr}")]),
        1 => new(Area: [.. Enumerable.Range(0, 100).Select(n => new Corner(21 + Math.Sin(n / 15.9) * 0.4, 105.8 + Math.Cos(n / 15.9) * (n % 2 == 0 ? 0.4 : 0.01)))], Sources: [Source.App], Severities: [Severity.Urgent]),
        2 => new(Communes: [.. Enumerable.Range(0, 300).Select(n => $"{n:00000}")], From: new(22, 0), Until: new(6, 0)),
        3 => new(Categories: [.. Categories.All.Select(category => category.Code).Where(code => code != "other").Take(80)], Answers: new Dictionary<string, string[]> { ["kind"] = ["none"] }),
        _ => new(Area: [new(21, 105), new(21, 105.5), new(21.5, 105.5)], Weekdays: [DayOfWeek.Sunday]),
    };

    private static Matter Report(int nr) => new(
        "lamp-out", "00082", Severity.Normal, Source.App, new(21.02 + nr % 10 * 0.001, 105.85), string.Join(' ', Enumerable.Range(0, 150).Select(n => Syllables[(nr + n * 7) % 16])),
        new Dictionary<string, string[]> { ["kind"] = ["some"] }, Now);
}
