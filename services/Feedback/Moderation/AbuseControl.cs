using System.Globalization;
using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>Looks at each report of a person before it is stored: too many are refused, suspicious words are taken and held back from everybody's eyes.</summary>
public sealed class AbuseControl(EventStream<Sender, SenderEvent> senders, InForce<AbusePlan, AbuseEvent, AbuseRules> rules, KeyedHash hash, TimeProvider clock)
{
    private static readonly Source[] OfSystems = [Source.Partner, Source.Sensor, Source.Visit, Source.Open311];

    /// <returns>Why it is to be held; empty for nearly all.</returns>
    /// <exception cref="Refused">The person has sent too many within the hour.</exception>
    public async Task<IReadOnlyList<HoldReason>> Check(Guid report, SubmitReport.Command command, Reporting who, CancellationToken ct)
    {
        var (text, now) = ($"{command.Title}\n{command.Text}", rules.Value);
        var isRepeat = !OfSystems.Contains(who.Source) && await IsRepeat(new(report, Digest(text), clock.GetUtcNow()), who.Reporter, now.ReportsPerHour, ct);
        return [.. isRepeat ? [HoldReason.SameText] : Array.Empty<HoldReason>(), .. now.Blocks(text) ? [HoldReason.BlockedWord] : Array.Empty<HoldReason>()];
    }

    /// <summary>The same for texts that differ in case, spaces and punctuation only.</summary>
    private string Digest(string text) => Convert.ToHexStringLower(hash.Of("texts", Encoding.UTF8.GetBytes(Essence(text))));

    public static string Essence(string text) => string.Concat(text.ToLower(CultureInfo.InvariantCulture).Where(char.IsLetterOrDigit));

    private async Task<bool> IsRepeat(ReportSent sent, string reporter, int mostAnHour, CancellationToken ct) =>
        (await senders.Append(Sender.IdOf(reporter), sender => Sender.Decide(sent, mostAnHour, sender), ct)).State.SaidBefore(sent);
}
