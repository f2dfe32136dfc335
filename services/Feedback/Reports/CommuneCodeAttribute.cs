using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>Code of a commune, ward or special zone: five digits, leading zeros count.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CommuneCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string { Length: 5 } code && code.All(char.IsAsciiDigit));

    public override string FormatErrorMessage(string name) => Language.Say("It must be the five digits of a commune's code, such as 00082.", "Phải là mã xã, phường gồm năm chữ số, ví dụ 00082.");
}
