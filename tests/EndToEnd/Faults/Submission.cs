namespace Ecosystem.EndToEnd.Faults;

/// <summary>A report with all the tries that it took to have it accepted.</summary>
/// <param name="Report">The id that the service gave it.</param>
internal sealed record Submission(Api By, string Report, IReadOnlyList<Attempt> Attempts)
{
    public static async Task<Submission> Make(Api by, CancellationToken abandon = default)
    {
        var attempts = await by.PostUntilAccepted("/v1/reports", Bodies.Report(), abandon);
        return new(by, attempts[^1].Answer!.Id, attempts);
    }
}
