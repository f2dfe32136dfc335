using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Campaigns;

/// <summary>A reference that says nothing by itself: its alphabet has no room for somebody's name or address as people write them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ReferenceAttribute(int longest) : ValidationAttribute
{
    public int Longest { get; } = longest;

    public override bool IsValid(object? value) =>
        value is null || (value is string { Length: > 0 } text && text.Length <= Longest && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-'));

    public override string FormatErrorMessage(string name) => Language.Say(
        $"It must have 1 to {Longest} letters a-z, digits, dots, hyphens or underscores.",
        $"Phải có từ 1 đến {Longest} ký tự gồm chữ cái a-z, chữ số, dấu chấm, gạch nối hoặc gạch dưới.");
}
