using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>A code of the configuration: people read it in addresses and tables, so it has small letters, digits and hyphens.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed partial class CategorySlugAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string { Length: <= 60 } code && Form().IsMatch(code));

    public override string FormatErrorMessage(string name) => Language.Say(
        "It must have 2 to 60 small letters a-z, digits and single hyphens, and begin with a letter.",
        "Phải có từ 2 đến 60 ký tự gồm chữ thường a-z, chữ số, dấu gạch nối đơn và bắt đầu bằng chữ cái.");

    [GeneratedRegex(@"\A(?=.{2})[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}

/// <summary>A list that ends somewhere and has no holes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FewItemsAttribute(int most) : ValidationAttribute
{
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null || (value is ICollection list && list.Count <= Most && !list.Cast<object?>().Contains(null));

    public override string FormatErrorMessage(string name) => Language.Say($"It must have at most {Most} items, none of them null.", $"Chỉ được có tối đa {Most} mục và không mục nào là null.");
}
