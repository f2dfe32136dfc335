using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Ecosystem.ServiceDefaults;

/// <summary>Telephone numbers on which a person can be called back.</summary>
public static partial class PhoneNumber
{
    /// <summary>The number in E.164; null when it is none. Service numbers (1022, 113, 1900...) are none: nobody answers there as a person.</summary>
    /// <param name="written">With the country's code, or Vietnamese with the leading 0; spaces, dots, dashes and brackets are ignored.</param>
    public static string? Read(string written)
    {
        var digits = Separators().Replace(written, "");
        var number = digits.StartsWith('0') ? $"+84{digits[1..]}" : digits;
        return Vietnamese().IsMatch(number) || Foreign().IsMatch(number) ? number : null;
    }

    [GeneratedRegex(@"[ .()-]")]
    private static partial Regex Separators();

    // Mobile prefixes as libphonenumber 1.13.16 has them, without those of machines; fixed lines are 2 and nine more digits.
    [GeneratedRegex(@"\A\+84(?:(?:(?:3[0-9]|7[06-9])[0-9]|5(?:[1689][0-9]|2[238]|59)|8(?:[1-8][0-9]|9[6-9])|9(?:[0-8][0-9]|9[013-9]))[0-9]{6}|2[0-9]{9})\z")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"\A\+(?!84)[1-9][0-9]{7,14}\z")]
    private static partial Regex Foreign();
}

/// <inheritdoc cref="PhoneNumber"/>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhoneNumberAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string written && PhoneNumber.Read(written) is not null);

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must be a telephone number, such as 0912345678 or +84912345678.",
        "Phải là số điện thoại, ví dụ 0912345678 hoặc +84912345678.");
}
