namespace Ecosystem.EndToEnd.Faults;

/// <summary>PostgreSQL is restarted, and then loses its power, while citizens go on reporting.</summary>
[Collection<WithoutServers>]
public sealed class DatabaseRestartTests(City city) : IAsyncLifetime
{
    private static readonly TimeSpan NoHang = TimeSpan.FromSeconds(10);

    private readonly ServiceDatabase feedback = new(city.Backends, "feedback"), notifications = new(city.Backends, "notifications");

    public ValueTask InitializeAsync()
    {
        Repair.NeedsOwnServers(city);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Repair.Everything(city);
        await feedback.DisposeAsync();
        await notifications.DisposeAsync();
    }

    [Fact]
    public async Task Callers_get_503_with_Retry_After_services_recover_and_no_acknowledged_write_is_lost()
    {
        var citizens = await city.Citizens(10);
        await feedback.Checkpoint();
        int?[] processes = [.. city.Processes.Instances.Select(process => process.Pid)];
        await using var load = new Load(citizens);
        await load.Goes(on: 20);

        await city.Servers.Postgres.Restart();
        await load.Goes(on: 20);
        await city.Servers.Postgres.Kill();
        await city.Servers.Postgres.Start();
        await load.Goes(on: 20);
        var submissions = await load.End();

        var attempts = submissions.SelectMany(submission => submission.Attempts).ToList();
        Assert.Contains(attempts, attempt => attempt.Status == 503);
        Assert.All(attempts, attempt => Assert.True(attempt is { Status: 201 } or { Status: 503, RetryAfter: not null } && attempt.Took < NoHang, $"{attempt}"));
        await IsEachThereOnce(citizens, submissions);
        await Inboxes.EachIsToldOnce(submissions);
        await Inboxes.NothingTwice(notifications);
        Assert.Equal(processes, city.Processes.Instances.Select(process => process.Pid));
        Assert.All(city.Processes.Instances, process => Assert.True(process.Runs, process.Name));
    }

    private async Task IsEachThereOnce(Api[] citizens, IReadOnlyList<Submission> submissions)
    {
        object subjects = citizens.Select(citizen => citizen.Subject).ToArray();
        object reports = submissions.Select(submission => Guid.Parse(submission.Report)).ToArray();
        Assert.Equal(submissions.Count, submissions.DistinctBy(submission => submission.Report).Count());
        Assert.Equal(submissions.Count, await feedback.Scalar<long>("select count(*) from view_report where data->>'reporter' = any($1)", subjects));
        Assert.Equal(submissions.Count, await feedback.Scalar<long>("select count(*) from mt_events where type = 'report_submitted' and stream_id = any($1)", reports));
    }
}
