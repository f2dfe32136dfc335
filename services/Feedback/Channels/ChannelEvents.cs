using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Channels;

// Quoted names are in the database for good: add, never rename.

/// <summary>Somebody made a report for another, or a system for itself.</summary>
/// <param name="By">The operator or the system.</param>
/// <param name="CallReference">The hotline's own number of the call.</param>
/// <param name="IsContactVerified">Whether the operator made sure that the number is the caller's.</param>
/// <param name="ExternalReference">The partner's number of the report.</param>
/// <param name="Visit">The household visit in Campaigns of which it was made, in the campaign beside it.</param>
/// <param name="Content">Keyed hash of what a partner sent under its number.</param>
[Stored("intake_noted")]
public sealed record IntakeNoted(string By, DateTimeOffset At, string? CallReference = null, bool? IsContactVerified = null, string? ExternalReference = null, string? Content = null,
    Guid? Visit = null, Guid? Campaign = null) : ReportEvent;

/// <summary>What the station measured is below its threshold again; the unit decides what that means.</summary>
[Stored("crossing_ended")]
public sealed record CrossingEnded(Sealed Notice, DateTimeOffset At) : ReportEvent;
