namespace Ecosystem.EndToEnd.Faults;

/// <summary>What citizens find in their inboxes: every effect there, and none twice.</summary>
internal static class Inboxes
{
    public const string Received = "report-received";
    public const string Answered = "report-answered";

    /// <summary>Ids of the reports about which an inbox holds such a message, one for each message; newest first.</summary>
    public static async Task<IReadOnlyList<string>> Reports(this Api citizen, string template) =>
        [.. (await citizen.All("/v1/inbox?limit=200")).Where(item => $"{item["template"]}" == template).Select(item => $"{item["arguments"]!["reportId"]}")];

    /// <summary>Waits until every reporter has been told of every report, and sees that each was told once.</summary>
    public static async Task EachIsToldOnce(IEnumerable<Submission> submissions, TimeSpan? limit = null, string template = Received)
    {
        var reporters = submissions.GroupBy(submission => submission.By, submission => submission.Report).ToList();
        foreach (var reports in reporters)
            await Eventually.Holds(async () => !reports.Except(await reports.Key.Reports(template)).Any(), $"A message for each report of {reports.Key.Subject}", limit ?? TimeSpan.FromSeconds(60));
        foreach (var reports in reporters)
            Assert.Equal(reports.Order(), (await reports.Key.Reports(template)).Order());
    }

    /// <summary>No reporter was told twice of what happens to a report once, whoever sent it, in whichever test; units may get one report, and hear of its deadlines, several times.</summary>
    public static async Task NothingTwice(ServiceDatabase notifications) => Assert.Equal(0, await notifications.Scalar<long>(
        """
        select count(*) from (
          select from view_message where data->>'template' in ('report-received', 'report-answered', 'report-rejected', 'report-merged')
          group by data->>'template', data->>'recipient', data->'arguments'->>'reportId' having count(*) > 1) repeated
        """));
}
