using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Where it is: a position in WGS 84, a description, or both.</summary>
public sealed record Place(
    [property: Latitude] double? Latitude = null,
    [property: Longitude] double? Longitude = null,
    [property: Text(1, 500)] string? Description = null,
    [property: Range(0, 10_000)] double? Accuracy = null) : IValidatableObject
{
    /// <summary>The position without the words, which may be personal; null where none is given.</summary>
    public Spot? Spot() => Latitude is { } latitude && Longitude is { } longitude ? new(latitude, longitude, Accuracy) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Latitude is null != Longitude is null)
            yield return new(Language.Say("Latitude and longitude go together.", "Vĩ độ và kinh độ phải đi cùng nhau."), [Latitude is null ? nameof(Latitude) : nameof(Longitude)]);
        if (this == new Place())
            yield return new(Language.Say("It needs a position or a description.", "Cần có tọa độ hoặc mô tả địa điểm."), [nameof(Description)]);
    }
}

/// <summary>Within Viet Nam's bounding box, the islands included.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LatitudeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or >= 6.0 and <= 23.5;

    public override string FormatErrorMessage(string name) => Language.Say("It must be a latitude in Viet Nam: 6 to 23.5 degrees north.", "Phải là vĩ độ thuộc Việt Nam: từ 6 đến 23,5 độ Bắc.");
}

/// <inheritdoc cref="LatitudeAttribute"/>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class LongitudeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or >= 102.0 and <= 118.0;

    public override string FormatErrorMessage(string name) => Language.Say("It must be a longitude in Viet Nam: 102 to 118 degrees east.", "Phải là kinh độ thuộc Việt Nam: từ 102 đến 118 độ Đông.");
}
