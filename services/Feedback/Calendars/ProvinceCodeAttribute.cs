using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Calendars;

/// <summary>Code of a province or municipality: two digits, a leading zero counts.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProvinceCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string { Length: 2 } code && code.All(char.IsAsciiDigit));

    public override string FormatErrorMessage(string name) => Language.Say("It must be the two digits of a province's code, such as 01.", "Phải là mã tỉnh, thành phố gồm hai chữ số, ví dụ 01.");
}
