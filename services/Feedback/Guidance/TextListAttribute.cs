using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>A list of short texts by people, each on one line.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TextListAttribute(int most, int longest) : ValidationAttribute
{
    private readonly TextAttribute one = new(1, longest);

    public int Most { get; } = most;

    public int Longest { get; } = longest;

    public override bool IsValid(object? value) => value is ImmutableArray<string> { IsDefault: false } lines && lines.Length <= Most && lines.All(line => line is not null && one.IsValid(line));

    public override string FormatErrorMessage(string name) => Language.Say(
        $"It must be a list of at most {Most} texts of 1 to {Longest} characters.",
        $"Phải là danh sách tối đa {Most} mục, mỗi mục từ 1 đến {Longest} ký tự.");
}
