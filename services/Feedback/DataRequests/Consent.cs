using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.DataRequests;

/// <summary>Ways in which a consent can be shown later (Decree 356/2025, article 6).</summary>
public enum ConsentWay { Screen, Voice, Paper, Sms, Email }

/// <summary>What the person agreed to with a report; the time is the report's.</summary>
public sealed record Consent(
    [property: Text(1, 100), Description("Version of the text that was agreed to.")] string TextVersion,
    [property: Description("How: screen, voice, paper, sms or email.")] ConsentWay How);

/// <summary>Who, when, to what and how: the burden of proof is ours, so it is kept.</summary>
[Stored("consent_given")]
public sealed record ConsentGiven(string Reporter, string TextVersion, ConsentWay How, DateTimeOffset At) : ReportEvent;
