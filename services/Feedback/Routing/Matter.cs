using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Routing;

/// <summary>All of a report that rules may look at.</summary>
/// <param name="Spot">The exact position; null where none was given.</param>
/// <param name="Text">Title and text; empty where nobody can read them any more.</param>
public sealed record Matter(
    string Category, string Commune, Severity Severity, Source Source, Spot? Spot, string Text, IReadOnlyDictionary<string, string[]>? Answers, DateTimeOffset At)
{
    /// <summary>As its reporter told it.</summary>
    public static Matter Of(string category, string commune, Severity severity, Source source, Statement statement, DateTimeOffset at) =>
        new(category, commune, severity, source, statement.Place?.Spot(), $"{statement.Title}\n{statement.Text}", statement.Answers, at);
}
