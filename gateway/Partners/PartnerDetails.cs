using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Gateway.Partners;

/// <summary>Whom to call when the partner's system misbehaves; sealed, because it may be a person.</summary>
public sealed record Contact([property: Text(1, 200)] string Name, [property: MailAddress] string Email)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static Contact? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<Contact>(text);
}

/// <summary>The partner's name for good: province / organisation / system, e.g. 31/01.00082.UBND/case-system.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class PartnerPathAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string path && Form().IsMatch(path));

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must be province/organisation/system, such as 31/01.00082.UBND/case-system.",
        "Phải có dạng tỉnh/tổ chức/hệ thống, ví dụ 31/01.00082.UBND/case-system.");

    [GeneratedRegex(@"\A[0-9]{2}/[A-Za-z0-9][A-Za-z0-9.-]{0,49}/[a-z0-9][a-z0-9-]{0,49}\z")]
    private static partial Regex Form();
}

/// <summary>One to all of the scopes that a partner may have, each once.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartnerScopesAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null
        || (value is IReadOnlyList<string> { Count: > 0 } scopes && scopes.All(Roles.OfPartners.Contains) && scopes.Distinct().Count() == scopes.Count);

    public override string FormatErrorMessage(string name) => Language.Say("Each must be one of: ", "Mỗi giá trị phải là một trong: ") + string.Join(", ", Roles.OfPartners.Order(StringComparer.Ordinal));
}

/// <summary>The name of a plan of limits, such as standard.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class PlanNameAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string plan && Form().IsMatch(plan));

    public override string FormatErrorMessage(string name) => Language.Say("It must be the name of a plan, such as standard.", "Phải là tên một gói, ví dụ standard.");

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,49}\z")]
    private static partial Regex Form();
}
