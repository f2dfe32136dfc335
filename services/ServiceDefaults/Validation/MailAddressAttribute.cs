using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// A plain address such as an.nguyen@example.vn: RFC 5321's dot-string at a domain of at least two labels, lengths of
/// section 4.5.3.1. No display names, quotes or line ends, so nothing can be smuggled into a mail's headers.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed partial class MailAddressAttribute : ValidationAttribute
{
    private const int Longest = 254;

    public override bool IsValid(object? value) => value is null || (value is string { Length: <= Longest } address && Form().IsMatch(address));

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must be a plain e-mail address such as an.nguyen@example.vn.",
        "Phải là địa chỉ thư điện tử, ví dụ an.nguyen@example.vn.");

    [GeneratedRegex(@"\A(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z")]
    private static partial Regex Form();
}
