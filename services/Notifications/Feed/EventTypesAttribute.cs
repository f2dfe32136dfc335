using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Notifications.Feed;

/// <summary>Types of events, at most 20, each of which there is: what is misspelt would never come.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class EventTypesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is IReadOnlyList<string> { Count: <= 20 } patterns && patterns.All(IsKnown));

    public override string FormatErrorMessage(string name) => Language.Say(
        "At most 20 types of GET /v1/feed/types, or beginnings of them such as vn.ecosystem.report.*",
        "Tối đa 20 loại sự kiện trong GET /v1/feed/types, hoặc phần đầu như vn.ecosystem.report.*");

    private static bool IsKnown(string? pattern) => pattern is not null && FeedTypes.All.Any(type => TypePattern.Matches(pattern, type.Name));
}

/// <summary>Codes of organisations, at most 20.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnitsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is IReadOnlyList<string> { Count: <= 20 } units && units.All(OrganisationCode.IsValid));

    public override string FormatErrorMessage(string name) => Language.Say(
        "At most 20 codes of organisations, such as 01.00082.MTTQ.",
        "Tối đa 20 mã tổ chức, ví dụ 01.00082.MTTQ.");
}
