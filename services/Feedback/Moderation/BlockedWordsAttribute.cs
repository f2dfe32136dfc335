using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Moderation;

/// <summary>At most 500 words or phrases of 2 to 60 characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlockedWordsAttribute : ValidationAttribute
{
    private static readonly TextAttribute Word = new(2, 60);

    public override bool IsValid(object? value) => value is null || (value is IReadOnlyList<string> { Count: <= 500 } words && words.All(word => word is not null && Word.IsValid(word)));

    public override string FormatErrorMessage(string name) => Language.Say("At most 500 words or phrases of 2 to 60 characters.", "Tối đa 500 từ hoặc cụm từ, mỗi từ dài 2 đến 60 ký tự.");
}
