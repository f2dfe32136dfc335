using System.Collections;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Campaigns;

/// <summary>A list that ends somewhere.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AtMostAttribute(int most) : ValidationAttribute
{
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null || (value is ICollection list && list.Count <= Most);

    public override string FormatErrorMessage(string name) => Language.Say($"It must have at most {Most} items.", $"Chỉ được có tối đa {Most} mục.");
}
