using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>Another agency has the report now; the unit stays the citizen's.</summary>
[Stored("report_forwarded")]
public sealed record ReportForwarded(string Unit, string Target, DateTimeOffset At) : ReportEvent;

/// <summary>The agency is done with it: the unit looks at it and answers.</summary>
[Stored("report_came_back")]
public sealed record ReportCameBack(string Unit, string Target, DateTimeOffset At) : ReportEvent;
