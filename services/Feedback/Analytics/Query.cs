using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>A question in the closed grammar: only what the catalogue names can be asked, so no question can reach a person.</summary>
public sealed record Query(
    [property: Description("First local day, yyyy-MM-dd.")] DateOnly From,
    [property: Description("Last local day; 366 days at most for the grains event and openStateDay.")] DateOnly To,
    [property: Description("1 to 8 measures of the catalogue."), Length(1, 8)] string[] Measures,
    [property: Description("Up to 4 dimensions of the catalogue to group by."), MaxLength(4)] string[]? Dimensions = null,
    [property: Description("Up to 10 conditions, all of which must hold."), MaxLength(10)] QueryFilter[]? Filters = null,
    [property: Description("What one counted thing is: case, event or openStateDay.")] Grain Grain = Grain.Case,
    [property: Description("A measure or dimension of this query to order by; left out: by the dimensions.")] string? OrderBy = null,
    [property: Description("Largest first.")] bool Descending = false,
    [property: Description("How many groups at most, 1 to 1,000."), Range(1, 1000)] int Limit = 100) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        [.. Unknown(nameof(Measures), Measures, name => Measure.Find(name)?.Fits(Grain) is true),
         .. Unknown(nameof(Dimensions), Dimensions ?? [], name => Dimension.Find(name) is { } dimension && Grain.Has(dimension)),
         .. Unknown(nameof(Filters), (Filters ?? []).Select(filter => filter.Field), name => QueryFilter.Knows(name, Grain)),
         .. Unknown(nameof(OrderBy), OrderBy is null ? [] : [OrderBy], name => Measures.Contains(name) || Dimensions?.Contains(name) is true),
         .. Period()];

    private static IEnumerable<ValidationResult> Unknown(string member, IEnumerable<string?> names, Func<string, bool> isKnown)
    {
        var all = names.ToList();
        if (all.Exists(name => name is null || !isKnown(name)) || all.Distinct().Count() < all.Count && member != nameof(Filters))
            yield return new(Language.Say("It must be of the catalogue at /v1/analytics/catalogue, fit the grain, and be named once.", "Phải thuộc danh mục tại /v1/analytics/catalogue, phù hợp với đơn vị đếm và chỉ nêu một lần."), [member]);
    }

    private IEnumerable<ValidationResult> Period()
    {
        if (To < From || To.DayNumber - From.DayNumber >= Grain.MostDays())
            yield return new(Language.Say("The last day must not be before the first, nor further from it than the grain allows.", "Ngày cuối không được trước ngày đầu và không vượt quá khoảng cho phép."), [nameof(To)]);
    }
}

/// <summary>What must hold of a counted thing.</summary>
public sealed record QueryFilter(
    [property: Description("A dimension other than of time, or a number of the catalogue.")] string Field,
    [property: Description("One of these values, 1 to 200; for dimensions."), Length(1, 200)] string[]? Is = null,
    [property: Description("For numbers.")] double? AtLeast = null,
    [property: Description("For numbers.")] double? AtMost = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isNumber = NumberField.Find(Field) is not null;
        if (isNumber == Is is not null || isNumber == (AtLeast ?? AtMost) is null)
            yield return new(Language.Say("A dimension needs `is`; a number needs `atLeast` or `atMost`.", "Chiều dữ liệu cần `is`; số cần `atLeast` hoặc `atMost`."), [isNumber ? nameof(AtLeast) : nameof(Is)]);
        if (Is?.Contains(null) is true) yield return new(Language.Say("It must not be empty.", "Không được để trống."), [nameof(Is)]);
    }

    internal static bool Knows(string field, Grain grain) =>
        (NumberField.Find(field) is not null && grain is Grain.Case) || (Dimension.Find(field) is { IsTime: false } dimension && grain.Has(dimension));
}
