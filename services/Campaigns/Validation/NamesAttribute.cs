using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Campaigns;

/// <summary>A list of different short texts: codes, names, subject identifiers.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NamesAttribute(int fewest, int most, int longest) : ValidationAttribute
{
    private readonly TextAttribute text = new(1, longest);

    public int Fewest { get; } = fewest;

    public int Most { get; } = most;

    public int Longest { get; } = longest;

    public override bool IsValid(object? value) => value is null || (value is IReadOnlyList<string> names
        && names.Count >= Fewest && names.Count <= Most
        && names.All(name => name is not null && text.IsValid(name))
        && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count);

    public override string FormatErrorMessage(string name) => Language.Say(
        $"It must list {Fewest} to {Most} different texts of 1 to {Longest} characters.",
        $"Phải liệt kê từ {Fewest} đến {Most} giá trị khác nhau, mỗi giá trị từ 1 đến {Longest} ký tự.");
}
