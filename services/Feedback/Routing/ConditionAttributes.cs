using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Routing;

/// <summary>Codes of communes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CommuneCodesAttribute : ValidationAttribute
{
    private static readonly CommuneCodeAttribute One = new();

    public override bool IsValid(object? value) => value is not IReadOnlyList<string> codes || codes.All(One.IsValid);

    public override string FormatErrorMessage(string name) => One.FormatErrorMessage(name);
}

/// <summary>Words or phrases that a text can be searched for.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PhrasesAttribute : ValidationAttribute
{
    private const int Longest = 100;

    public override bool IsValid(object? value) => value is not IReadOnlyList<string> phrases || phrases.All(phrase => phrase is { Length: <= Longest } && FoldedWords.Of(phrase).Length > 0);

    public override string FormatErrorMessage(string name) => Language.Say($"Each must have a letter or digit, and at most {Longest} characters.", $"Mỗi cụm từ phải có chữ cái hoặc chữ số và tối đa {Longest} ký tự.");
}

/// <summary>Some questions, each with some values.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FewAnswersAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not IReadOnlyDictionary<string, string[]> answers
        || (answers.Count is > 0 and <= 20 && answers.All(answer => answer is { Key.Length: <= 60, Value: { Length: > 0 and <= 50 } } && answer.Value.All(text => text is { Length: > 0 and <= 60 })));

    public override string FormatErrorMessage(string name) => Language.Say("It must name 1 to 20 questions with 1 to 50 values each.", "Phải nêu từ 1 đến 20 câu hỏi, mỗi câu từ 1 đến 50 giá trị.");
}
