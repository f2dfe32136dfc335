using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>How the unit can ask back: a telephone, an e-mail address, or both.</summary>
public sealed record Contact([property: PhoneNumber] string? Phone = null, [property: Email] string? Email = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (this == new Contact())
            yield return new(Language.Say("It needs a telephone number or an e-mail address.", "Cần có số điện thoại hoặc địa chỉ thư điện tử."), [nameof(Phone)]);
    }

    /// <summary>As it is stored: the telephone in E.164.</summary>
    public Contact Normalised() => this with { Phone = Phone is null ? null : PhoneNumber.Read(Phone) };
}

/// <summary>An address that a mail server can take; whether it exists only a mail can tell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class EmailAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string { Length: <= 254 } address && Form().IsMatch(address));

    public override string FormatErrorMessage(string name) => Language.Say("It must be an e-mail address.", "Phải là địa chỉ thư điện tử.");

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z")]
    private static partial Regex Form();
}
