using System.Collections.Concurrent;
using System.Globalization;
using Ecosystem.EndToEnd.Faults;

namespace Ecosystem.EndToEnd.Soak;

/// <summary>Thousands of reports through their whole course while processes, broker and database die again and again; then all of it is counted. Run by deploy/soak, not with the other tests.</summary>
public sealed class SoakTests(City city) : IAsyncLifetime
{
    private const int AtOnce = 24, People = 100;
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(15);

    private readonly Ledger ledger = new();
    private readonly ConcurrentDictionary<Guid, Api> reports = [];
    private readonly DateTime began = DateTime.UtcNow;
    private int ended;

    private static int Reports => int.Parse(Environment.GetEnvironmentVariable("SOAK_REPORTS") ?? "5000", CultureInfo.InvariantCulture);

    public ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await Repair.Everything(city);

    [Fact(Explicit = true)]
    public async Task Every_report_ends_owned_and_answered_and_every_citizen_is_told_once()
    {
        await Task.WhenAll(RunCourses(), new Blows(city, Say).Fall(() => ended, Reports));
        Say($"{ended} courses have ended: {reports.Count} reports and parts, {ledger.Commands} commands acknowledged in {ledger.Tries} tries");
        await using var findings = new Findings(city.Backends, reports.Keys);
        await Settle(findings);

        Assert.False(await new Counts(city, ledger, reports, Say).AnyShort(findings), "Not every count is as it must be.");
    }

    private async Task RunCourses()
    {
        var people = await city.Citizens(People);
        Dictionary<string, Api> officials = [];
        foreach (var unit in Course.Units) officials[unit] = await city.Official(unit, "officer", $"official-of-{unit}");
        await Parallel.ForAsync(0, Reports, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
        {
            await new Course(ledger, people[number % People], officials, reports).Run(number);
            Interlocked.Increment(ref ended);
        });
    }

    /// <summary>What follows by itself has time to come; what is missing then, or too much, is found by the counts.</summary>
    private async Task Settle(Findings findings)
    {
        await using var feedback = new ServiceDatabase(city.Backends, "feedback");
        try
        {
            await Eventually.Holds(async () => (await findings.Events()).Values.Sum() >= ledger.Events.Values.Sum(), "All that follows has happened", Calm);
            await Eventually.Holds(feedback.RelayIsSettled, "All is published", Calm);
            await Eventually.Holds(async () => (await findings.Delivered()).Count >= (await findings.Due()).Count, "All is delivered", Calm);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Say(failure.Message);
        }
    }

    private void Say(string line) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{(DateTime.UtcNow - began).TotalSeconds,6:0.0} s] {line}"));
}
