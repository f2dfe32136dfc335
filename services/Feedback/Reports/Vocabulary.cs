namespace Ecosystem.Feedback.Reports;

// Names are in the database for good: add, never rename.

/// <summary>Answered is what others call resolved; Rated and Closed are both the end, with and without the citizen's verdict.</summary>
public enum ReportStatus { Absent, Submitted, Assigned, Accepted, Answered, Rated, InProgress, Waiting, Closed, Rejected, Duplicate, Forwarded }

/// <summary>How a report came in.</summary>
public enum Source { App, Web, Hotline, Chatbot, Counter, Kiosk, Robot, Visit, Partner, Sensor, Open311 }

/// <summary>As iHanoi has it (Decision 1207/QD-UBND of 2025): urgent is danger to people, complex needs several agencies.</summary>
public enum Severity { Urgent, Normal, Complex }

/// <summary>The only reasons for which the clocks stand still.</summary>
public enum WaitingFor { Citizen, ThirdParty, Planned }

/// <summary>That a matter is another unit's is none of them: such a report is transferred, never closed.</summary>
public enum RejectionReason { ComplaintOrDenunciation, StateSecret, NotAReport, NotEnoughToAct, Offensive, OutsideTheProvince, AlreadyAnswered }

/// <summary>What a citizen found wanting, or good.</summary>
public enum VerdictReason { NotSolved, Late, Unclear, Impolite, WrongUnit, Solved, Fast, Polite }

public enum ReopenedBy { Citizen, Verdict, Appeal }

/// <summary>A position in WGS 84 that everybody may know; accuracy in metres.</summary>
public sealed record Spot(double Latitude, double Longitude, double? Accuracy = null);

/// <summary>What one unit has to do of a report that concerns several.</summary>
public sealed record Part(Guid Id, string Unit);
