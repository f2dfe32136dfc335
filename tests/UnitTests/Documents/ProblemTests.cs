using System.Reflection;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Documents;

namespace Ecosystem.UnitTests.Documents;

/// <summary>All refusals of all programs, found by reflection: their names are there for good, and people read their texts.</summary>
public class ProblemTests
{
    private static readonly Problem[] All =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Ecosystem.*.dll").Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Problem) && !field.DeclaringType!.ContainsGenericParameters)
            .Select(field => (Problem)field.GetValue(null)!)
            .OrderBy(problem => problem.Type, StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_program_has_some() => Assert.Superset(
        new HashSet<string> { "not-found", "validation-failed", "service-unreachable", "no-such-endpoint", "unknown-commune", "campaign-over", "deadline-not-ahead", "invalid-last-event-id" },
        All.Select(problem => problem.Type).ToHashSet());

    [Fact]
    public void No_two_have_the_same_type() => Assert.Equal(All.Select(problem => problem.Type).Distinct(), All.Select(problem => problem.Type));

    [Fact]
    public void Types_are_slugs_and_statuses_are_refusals() => Assert.All(All, problem =>
    {
        Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", problem.Type);
        Assert.InRange(problem.Status, 400, 504);
    });

    [Fact]
    public void Both_languages_say_something_and_not_the_same() => Assert.All(All, problem =>
    {
        Assert.False(string.IsNullOrWhiteSpace(problem.English), problem.Type);
        Assert.False(string.IsNullOrWhiteSpace(problem.Vietnamese), problem.Type);
        Assert.NotEqual(problem.English, problem.Vietnamese);
        Assert.Equal(problem.Vietnamese.Normalize(), problem.Vietnamese);
    });

    [Fact]
    public void The_gateway_explains_every_one_of_them() =>
        Assert.Equal(All.Select(problem => new KnownProblem(problem.Type, problem.Status, problem.English, problem.Vietnamese)), KnownProblem.All);

    [Fact]
    public void There_is_advice_for_every_status_and_in_both_languages() => Assert.All(All, problem =>
    {
        var advice = ProblemAdvice.For(problem.Status);

        Assert.Equal(problem.Status, advice.Status);
        Assert.NotEqual(advice.English, advice.Vietnamese);
    });

    [Fact]
    public void The_table_for_clients_lists_them_all() => CheckedIn.Holds("docs/problems.md",
        $"""
        # Problems

        Every refusal is a problem by RFC 9457 (`application/problem+json`). Its `type` is `/problems/` and a name of this table, there
        for good; its `title` is in Vietnamese, or in English where `Accept-Language` prefers it; `traceId` is what to tell when asking
        for help. `validation-failed` lists every wrong field in `errors`; a step out of turn says in `allowed` what comes instead.

        Made from the code: the unit tests write this file with `UPDATE_DOCS=1`.

        | type | status | English | Tiếng Việt |
        |---|---|---|---|
        {string.Join('\n', All.Select(problem => $"| `{problem.Type}` | {problem.Status} | {problem.English} | {problem.Vietnamese} |"))}

        ## What to do

        Each problem has a page at its address, `/problems/{"{type}"}` of the gateway, which says it too.

        | status | English | Tiếng Việt |
        |---|---|---|
        {string.Join('\n', ProblemAdvice.All.Select(advice => advice.Row))}

        """);
}
