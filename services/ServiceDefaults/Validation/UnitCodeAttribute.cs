using System.ComponentModel.DataAnnotations;

namespace Ecosystem.ServiceDefaults;

/// <summary>Code of an administrative unit: two digits for a province, five for a commune; leading zeros count.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class UnitCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null or string { Length: 2 or 5 } && ((string?)value ?? "").All(char.IsAsciiDigit);

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must be the code of an administrative unit: two digits for a province, five for a commune.",
        "Phải là mã đơn vị hành chính: hai chữ số cho cấp tỉnh, năm chữ số cho cấp xã.");
}

/// <summary>Code of an organisation, see <see cref="OrganisationCode"/>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OrganisationCodeFormatAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string code && OrganisationCode.IsValid(code));

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must be the code of an organisation, such as 01.00082.MTTQ.",
        "Phải là mã tổ chức, ví dụ 01.00082.MTTQ.");
}
