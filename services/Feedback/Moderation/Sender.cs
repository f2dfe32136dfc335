using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Moderation;

// Quoted names are in the database for good: add, never rename.
public abstract record SenderEvent;

/// <param name="Text">Keyed hash of the words.</param>
[Stored("report_sent")]
public sealed record ReportSent(Guid Report, string Text, DateTimeOffset At) : SenderEvent;

/// <summary>What one person sent within a day. A stream of its own, so that many requests at once count one after the other.</summary>
public sealed record Sender(ImmutableList<ReportSent> Sent)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24), Hour = TimeSpan.FromHours(1);

    public static Guid IdOf(string reporter) => NamedId.Of($"sender:{reporter}");

    public static Sender New(Guid id) => new(ImmutableList<ReportSent>.Empty);

    public static Sender Evolve(Sender sender, SenderEvent happened) => happened switch
    {
        ReportSent e => new([.. sender.Sent.Where(earlier => earlier.At > e.At - Day), e]),
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <exception cref="Refused">The hour's quota is used up.</exception>
    public static SenderEvent[] Decide(ReportSent sent, int mostAnHour, Sender sender)
    {
        if (sender.Sent.Exists(earlier => earlier.Report == sent.Report)) return [];
        var withinHour = sender.Sent.Where(earlier => earlier.At > sent.At - Hour).Order(Comparer<ReportSent>.Create((one, other) => one.At.CompareTo(other.At))).ToList();
        return withinHour.Count < mostAnHour ? [sent]
            : throw new Refused(ModerationProblems.QuotaExceeded) { RetryAfter = withinHour[^mostAnHour].At + Hour - sent.At };    // by then so many will have left the hour that one more fits
    }

    /// <summary>Whether another report of the last day had the same words.</summary>
    public bool SaidBefore(ReportSent sent) => Sent.Exists(earlier => earlier.Report != sent.Report && earlier.Text == sent.Text && earlier.At > sent.At - Day && earlier.At <= sent.At);
}
