namespace Ecosystem.Local;

/// <summary>
/// The whole ecosystem in six chapters, played through the gateway with plain HTTP as any client would. Every run does new
/// things beside those of earlier runs; what must be there only once is found unchanged.
/// </summary>
public static class Journey
{
    /// <param name="tokens">Which of the two worlds it is played in: the live services', or the sandbox's.</param>
    /// <returns>True when every step held.</returns>
    public static async Task<bool> Play(LocalEcosystem ecosystem, Tokens tokens, TextWriter output, CancellationToken ct = default)
    {
        var stage = new Stage(output, ct);
        var cast = await Cast.Of(ecosystem.Gateway, tokens, ct);
        await stage.Chapter("1  Coordination: units and organisations", () => UnitsChapter.Play(stage, cast));
        await stage.Chapter("2  Coordination: a directive", () => DirectiveChapter.Play(stage, cast));
        await stage.Chapter("3  Campaigns: 45 days and nights", () => CampaignChapter.Play(stage, cast));
        await stage.Chapter("4  Feedback: a report", () => ReportChapter.Play(stage, cast));
        await stage.Chapter("5  Notifications: each told once", () => NotificationChapter.Play(stage, cast, ecosystem.Mail, ct));
        await stage.Chapter("6  One trace from the gateway to the delivery", () => TraceChapter.Play(stage, cast, ecosystem.TraceSink.Address, ct));
        return stage.End();
    }
}
