using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Text written by people: its length counts characters as they see them (ế is one, a family emoji is one), and it has
/// no control characters; spaces alone are nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class TextAttribute(int minimum, int maximum) : ValidationAttribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;

    /// <summary>Allows line ends and tabs.</summary>
    public bool Multiline { get; set; }

    public override bool IsValid(object? value) => value is null || (value is string text && HasOnlyText(text) && HasLength(text));

    public override string FormatErrorMessage(string name) => Language.Say(
        $"It must have {Minimum} to {Maximum} characters and no control characters.",
        $"Phải có từ {Minimum} đến {Maximum} ký tự và không chứa ký tự điều khiển.");

    private bool HasOnlyText(string text) => !text.Any(character => character == '\uFFFE' || (char.IsControl(character) && !(Multiline && character is '\n' or '\r' or '\t')));

    // A character as seen may be made of many: 16 each is more than any script needs, and keeps a few letters from hiding a megabyte.
    private bool HasLength(string text) => text.Length <= 16L * Maximum
        && new StringInfo(text).LengthInTextElements <= Maximum
        && new StringInfo(text.Trim()).LengthInTextElements >= Minimum;
}
