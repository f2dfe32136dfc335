using System.Collections;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Calendars;

/// <summary>A list that ends somewhere and has no holes: the JSON reader lets null pass as an item of anything.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtMostAttribute(int most) : ValidationAttribute
{
    public int Most { get; } = most;

    public override bool IsValid(object? value) => value is null || (value is ICollection list && list.Count <= Most && !list.Cast<object?>().Contains(null));

    public override string FormatErrorMessage(string name) => Language.Say($"It must have at most {Most} items, none of them null.", $"Chỉ được có tối đa {Most} mục và không mục nào là null.");
}
