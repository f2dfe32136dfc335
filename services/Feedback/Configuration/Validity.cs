using System.Collections.Immutable;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Configuration;

/// <summary>One state of a part of the configuration, from a date on.</summary>
/// <param name="Content">Null: there is none from then on.</param>
/// <param name="Decision">Number of the decision that orders it; null for what was shipped.</param>
/// <param name="Change">Version of the configuration's stream that brought it; 0 for what was shipped.</param>
public sealed record Valid<T>(T? Content, DateTimeOffset From, string? Decision, long Change) where T : class;

public static class Validity
{
    /// <summary>From when on a change counts: at once, or later. What is past has been acted upon already.</summary>
    /// <exception cref="Refused">It would change the past.</exception>
    public static DateTimeOffset From(DateTimeOffset? wanted, DateTimeOffset now) =>
        wanted is null ? now : wanted >= now ? wanted.Value : throw new Refused(ConfigurationProblems.InThePast);

    /// <summary>Of several that count already the one with the latest date; of the same date the one entered last.</summary>
    public static Valid<T>? At<T>(this ImmutableList<Valid<T>> all, DateTimeOffset time) where T : class =>
        all.Where(one => one.From <= time).OrderBy(one => one.From).ThenBy(one => one.Change).LastOrDefault();
}
