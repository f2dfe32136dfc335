using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>One to so many different codes of organisations.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OrganisationCodesAttribute(int most) : ValidationAttribute
{
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null
        || (value is IReadOnlyList<string?> codes && codes.Count >= 1 && codes.Count <= Most && codes.All(OrganisationCode.IsValid) && codes.Distinct().Count() == codes.Count);

    public override string FormatErrorMessage(string name) => Language.Say(
        $"It must be 1 to {Most} different codes of organisations, such as 01.00082.MTTQ.",
        $"Phải gồm từ 1 đến {Most} mã tổ chức khác nhau, ví dụ 01.00082.MTTQ.");
}
