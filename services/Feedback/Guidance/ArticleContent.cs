using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>What an article says, in Vietnamese.</summary>
/// <param name="Title">What it is about, 3 to 200 characters.</param>
/// <param name="Body">The guidance itself, 10 to 8,000 characters; each line can be quoted on its own.</param>
/// <param name="Keywords">What people call it besides its title: at most 40 names of at most 100 characters.</param>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidTo">Last day on which it holds; null: until further notice.</param>
/// <param name="Basis">Law, decree or decision from which it follows, at most 300 characters.</param>
/// <param name="Procedure">The parts of an administrative procedure: for articles of kind procedure, and only for these.</param>
public sealed record ArticleContent(
    [property: Text(3, 200)] string Title,
    [property: Text(10, 8000, Multiline = true)] string Body,
    [property: TextList(40, 100)] ImmutableArray<string> Keywords,
    [property: SensibleTime] DateOnly ValidFrom,
    [property: SensibleTime] DateOnly? ValidTo = null,
    [property: Text(1, 300)] string? Basis = null,
    ProcedureFacts? Procedure = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ValidTo < ValidFrom)
            yield return new(Language.Say("It must not lie before validFrom.", "Không được trước ngày validFrom."), [nameof(ValidTo)]);
    }

    /// <summary>Whether both say the same; arrays are compared by what is in them.</summary>
    public bool Says(ArticleContent? other) => JsonSerializer.Serialize(this) == JsonSerializer.Serialize(other);

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <exception cref="EventSourcing.Refused">A procedure without its parts, or these on something else.</exception>
    public void Fit(ArticleKind kind)
    {
        if (kind is ArticleKind.Procedure != Procedure is not null) throw new EventSourcing.Refused(GuidanceProblems.ProcedureMismatch);
    }
}
