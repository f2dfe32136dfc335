using System.Text;

namespace Ecosystem.EndToEnd.Access;

/// <summary>
/// The second table of docs/access.md: for every operation on one thing, whether its owner, and another caller of the same kind with the same
/// scopes, gets through to it. Both send the same valid request, the other one first.
/// </summary>
public sealed class OwnershipTests(City city)
{
    /// <summary>Acts that end a thing or take it from its unit.</summary>
    private static readonly string[] Ends = ["answer", "rejection", "return", "rating", "reopening", "appeal", "delete"];

    private readonly List<string> unclear = [];

    [Fact]
    public async Task Every_operation_on_one_thing_lets_in_its_owner_and_others_only_where_the_table_says_so()
    {
        var scene = await BadInput.Scene.Of(city);
        var owners = await Owners.Of(city, scene.Resident);
        var things = await Belongings.Of(city, scene, owners);
        var text = new StringBuilder(
            "Made by the test that asks (`OwnershipTests`, with `UPDATE_DOCS=1`), for every operation on one thing that is not public. \"own\": only whose thing it is gets through; a citizen, an official of the unit in charge,\n" +
            "a coordinator of the province, a partner's system. \"all\": so does another caller of the kind with the same scopes. Others are told that there is no such thing, or are refused.\n\n" +
            "| operation | citizen | official | coordinator | system |\n|---|---|---|---|---|\n");

        foreach (var (method, path) in await Operations())
        {
            text.Append($"| {method} {path}");
            foreach (var pair in owners.For(path)) text.Append($" | {await Cell(things, method, path, pair)}");
            text.Append(" |\n");
        }

        Assert.True(unclear.Count == 0, string.Join("\n", unclear));
        await AccessPage.Is("Whose things", text.ToString());
    }

    private async Task<IEnumerable<(string Method, string Path)>> Operations()
    {
        List<(string Method, string Path)> all = [];
        foreach (var service in AccessTests.Services) all.AddRange(await AccessTests.Operations(city, service));
        return all.Where(operation => operation.Path.Contains('{') && !AccessTests.Public.Contains($"{operation.Method} {operation.Path}"))
            .OrderBy(operation => operation.Method == "DELETE" ? Ends.Length : Array.IndexOf(Ends, operation.Path.Split('/')[^1]));
    }

    private async Task<string> Cell(Belongings things, string method, string path, Owners.Pair pair)
    {
        var (other, own) = (await GetsThrough(things, method, path, pair.Kind, pair.Other), await GetsThrough(things, method, path, pair.Kind, pair.Own));
        if (other && !own) unclear.Add($"{method} {path}: another {pair.Kind} gets through, the owner does not");
        return other ? "all" : own ? "own" : "";
    }

    /// <summary>A refusal of the body says nothing of who may send it: the request must be a valid one.</summary>
    private async Task<bool> GetsThrough(Belongings things, string method, string path, string kind, Api caller)
    {
        var answer = await caller.Send(new(method), things.Path(path, kind), things.Body($"{method} {path}"), method == "PUT" ? [("If-Match", "\"1\"")] : []);
        if (answer.Status is 400 or 413 or 415 or >= 500) unclear.Add($"{method} {path} by {caller.Subject}: {answer.Text}");
        return answer.Status is not (401 or 403 or 404);
    }
}
