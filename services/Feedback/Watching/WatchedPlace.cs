using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Watching;

/// <summary>A circle around a point, and what of it somebody wants to hear. It may be where the person lives, so it is stored in one piece under the person's key.</summary>
public sealed record WatchedPlace(
    [property: Latitude] double Latitude,
    [property: Longitude] double Longitude,
    [property: Range(50, 5_000), Description("How far around it, in metres, 50 to 5,000.")] int Radius,
    [property: FewItems(10), Description("Codes of at most ten categories: reports about these and those below them; left out: about anything.")] IReadOnlyList<string>? Categories = null) : IValidatableObject
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static WatchedPlace? Read(string? written) => written is null ? null : JsonSerializer.Deserialize<WatchedPlace>(written, JsonSerializerOptions.Web);

    public bool Covers(Spot spot, IEnumerable<string> path) =>
        (Categories is not { Count: > 0 } wanted || path.Intersect(wanted).Any()) && Distance.Metres(new(Latitude, Longitude), spot) <= Radius;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var known = CategoryCodeAttribute.Categories(validationContext);
        if (Categories?.Any(code => known.Find(code) is null or { Definition.Sensitive: true }) is true)
            yield return new(Language.Say("They must be codes at /v1/categories, and none of a sensitive category.", "Phải là các mã tại /v1/categories và không thuộc lĩnh vực nhạy cảm."), [nameof(Categories)]);
    }
}
