using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>Every count as it must be against what there is, one line each.</summary>
internal sealed class Counts(City city, Ledger ledger, IReadOnlyDictionary<Guid, Api> reports, Action<string> say)
{
    private readonly List<Api> people = [.. reports.Values.DistinctBy(person => person.Subject)];
    private bool isShort;

    public async Task<bool> AnyShort(Findings findings)
    {
        var (events, due, delivered) = (await findings.Events(), await findings.Due(), await findings.Delivered());
        var wrong = events.Keys.Union(ledger.Events.Keys).Where(key => events.GetValueOrDefault(key) != ledger.Events.GetValueOrDefault(key)).ToList();
        string[] followed = ["report_assigned", "duplicate_joined", "part_closed", "report_closed"];
        Check($"{ledger.Commands} acknowledged commands are in their streams once each, with what follows from them ({events.Values.Sum()} events)", wrong.Select(key => $"{key}: {events.GetValueOrDefault(key)} of {ledger.Events.GetValueOrDefault(key)}"));
        foreach (var type in followed)
            Check($"{ledger.Events.Where(pair => pair.Key.Type == type).Sum(pair => pair.Value)} times {type}, as must follow", wrong.Where(key => key.Type == type).Select(key => $"{key}"));
        Check($"{reports.Count} reports and parts have a unit in charge", (await findings.Unowned()).Select(id => $"{id}"));
        Check($"{due.Count} messages were called for, {delivered.Count} are there, each once and for the right recipient", Differences(due, delivered));
        Check($"{people.Count} inboxes show what was delivered", await Inboxes(delivered));
        Check("each report as it is shown is what its stream says", await Shown());
        Check("the projection of facts, made anew, is the same", await Rebuilt(findings, "report_fact"));
        return isShort;
    }

    private static IEnumerable<string> Differences(IEnumerable<string> due, IEnumerable<string> there)
    {
        var (expected, found) = (due.CountBy(line => line).ToDictionary(), there.CountBy(line => line).ToDictionary());
        return expected.Keys.Union(found.Keys).Where(line => expected.GetValueOrDefault(line) != found.GetValueOrDefault(line)).Select(line => $"{line}: {found.GetValueOrDefault(line)} of {expected.GetValueOrDefault(line)}");
    }

    private async Task<List<string>> Inboxes(List<string> delivered)
    {
        var byPerson = delivered.ToLookup(line => line[(line.LastIndexOf(' ') + 1)..]);
        List<string> wrong = [];
        foreach (var person in people)
            wrong.AddRange(Differences(byPerson[person.Subject], (await person.All("/v1/inbox?limit=200")).Select(item => $"{item["arguments"]!["reportId"]} {item["template"]} {person.Subject}")));
        return wrong;
    }

    /// <summary>The stored view against the fold of the stream; what is due depends on the moment of asking.</summary>
    private async Task<ConcurrentBag<string>> Shown()
    {
        ConcurrentBag<string> wrong = [];
        await Parallel.ForEachAsync(reports, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (report, _) =>
        {
            var path = $"/v1/reports/{report.Key}";
            var (view, fold) = (Content(await report.Value.Get(path)), Content(await report.Value.Get($"{path}?asOf={Uri.EscapeDataString($"{DateTimeOffset.UtcNow:O}")}")));
            if (view != fold) wrong.Add($"{report.Key}: {view} and {fold}");
        });
        return wrong;
    }

    private static string Content(Answer answer)
    {
        var shown = (JsonObject)answer.Is(200).Json;
        shown.Remove("deadlines");
        return shown.ToJsonString();
    }

    private async Task<string[]> Rebuilt(Findings findings, string projection)
    {
        var (operators, before) = (await city.Operator(), await findings.Digest(projection));
        var work = (await operators.Post($"/v1/operations/feedback/projections/{projection}/rebuild", null)).Is(202).Id;
        await Eventually.Holds(async () => $"{(await operators.Get($"/v1/operations/feedback/work/{work}")).Is(200)["status"]}" == "succeeded", "The projection is made anew", TimeSpan.FromMinutes(5));
        var after = await findings.Digest(projection);
        return before == after ? [] : [$"{before} before, {after} after"];
    }

    private void Check(string what, IEnumerable<string> wrong)
    {
        var list = wrong.ToList();
        isShort |= list.Count > 0;
        say(list.Count == 0 ? $"ok     {what}" : $"short  {what}: {list.Count} wrong, e.g. {string.Join("; ", list.Take(5))}");
    }
}
