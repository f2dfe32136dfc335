using System.ComponentModel.DataAnnotations;

namespace Ecosystem.ServiceDefaults;

/// <summary>A time or date of this century: what lies outside is a slip of the hand, and breaks reckoning with deadlines.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SensibleTimeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        DateTimeOffset time => time.UtcDateTime.Year is >= 2000 and < 2100,
        DateOnly date => date.Year is >= 2000 and < 2100,
        _ => false,
    };

    public override string FormatErrorMessage(string name) => Language.Say("It must lie between the years 2000 and 2100.", "Phải nằm trong khoảng từ năm 2000 đến năm 2100.");
}
