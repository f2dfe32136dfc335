using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Routing;

/// <summary>What must be so of a report; what is left out may be anything.</summary>
/// <param name="Categories">It is about one of these, or about one below them; at most 100.</param>
/// <param name="Communes">It lies in one of these communes; at most 500.</param>
/// <param name="Area">It lies in this polygon of 3 to 500 corners; without a position it does not.</param>
/// <param name="Words">Its title or text has one of these words or phrases, with or without accents; at most 50.</param>
/// <param name="From">It comes at this time of day in Viet Nam or later, e.g. 22:00:00, and before `until`; a span may cross midnight.</param>
/// <param name="Until">It comes before this time of day; together with `from`.</param>
/// <param name="Weekdays">It comes on one of these days of the week in Viet Nam.</param>
/// <param name="Severities">It is as pressing as one of these says.</param>
/// <param name="Sources">It came in one of these ways.</param>
/// <param name="Answers">To each of these questions one of these values is answered; at most 20.</param>
public sealed record Condition(
    [property: FewItems(100), MinLength(1)] IReadOnlyList<string>? Categories = null,
    [property: FewItems(500), MinLength(1), CommuneCodes] IReadOnlyList<string>? Communes = null,
    [property: FewItems(500), MinLength(3)] IReadOnlyList<Corner>? Area = null,
    [property: FewItems(50), MinLength(1), Phrases] IReadOnlyList<string>? Words = null,
    TimeOnly? From = null,
    TimeOnly? Until = null,
    [property: FewItems(7), MinLength(1)] IReadOnlyList<DayOfWeek>? Weekdays = null,
    [property: FewItems(3), MinLength(1)] IReadOnlyList<Severity>? Severities = null,
    [property: FewItems(20), MinLength(1)] IReadOnlyList<Source>? Sources = null,
    [property: FewAnswers] IReadOnlyDictionary<string, string[]>? Answers = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From is null != Until is null || (From is not null && From == Until))
            yield return new(Language.Say("A time of day is from one time until another.", "Khung giờ gồm giờ bắt đầu và giờ kết thúc khác nhau."), [From is null ? nameof(From) : nameof(Until)]);
    }
}

/// <summary>A corner of a polygon in WGS 84.</summary>
public sealed record Corner([property: Latitude] double Latitude, [property: Longitude] double Longitude);
