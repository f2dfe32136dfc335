using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

public enum QuestionKind { Text, Number, Datetime, SingleValueList, MultiValueList }

/// <summary>Something more that the unit needs to know about reports of one category.</summary>
/// <param name="Kind">What an answer may be.</param>
/// <param name="Required">Whether a report without an answer is refused.</param>
/// <param name="Order">Where it stands among the questions, ascending.</param>
/// <param name="Values">What can be chosen, at most 50; only for the two kinds of lists.</param>
public sealed record Question(
    [property: CategorySlug, Description("Names the question in `answers` of a report.")] string Code,
    QuestionKind Kind,
    [property: Text(2, 300), Description("Vietnamese text for people.")] string Vietnamese,
    [property: Text(2, 300), Description("English text for people.")] string English,
    bool Required = false,
    [property: Range(0, 1_000)] int Order = 0,
    [property: FewItems(50)] IReadOnlyList<Choice>? Values = null) : IValidatableObject
{
    private const int LongestText = 1_000;

    public bool IsList() => Kind is QuestionKind.SingleValueList or QuestionKind.MultiValueList;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var values = Values ?? [];
        if (IsList() != values.Count > 0 || values.Select(choice => choice.Key).Distinct().Count() < values.Count)
            yield return new(Language.Say("A list needs different values; other questions have none.", "Câu hỏi dạng danh sách cần các giá trị khác nhau; dạng khác không có giá trị."), [nameof(Values)]);
    }

    /// <summary>What is wrong with an answer, in the caller's language; null when nothing is.</summary>
    /// <param name="given">One text; several only for the list of which several may be chosen.</param>
    public string? Fault(IReadOnlyList<string> given) => given switch
    {
        [] => Required ? Language.Say("This question must be answered.", "Câu hỏi này bắt buộc phải trả lời.") : null,
        _ when given.Any(string.IsNullOrWhiteSpace) => Language.Say("An answer must not be empty.", "Câu trả lời không được để trống."),
        [_, _, ..] when Kind != QuestionKind.MultiValueList => Language.Say("It takes one answer.", "Chỉ nhận một câu trả lời."),
        _ when given.Distinct().Count() < given.Count => Language.Say("A value is chosen twice.", "Một giá trị bị chọn hai lần."),
        _ when !given.All(Allows) => Expected(),
        _ => null,
    };

    private bool Allows(string answer) => Kind switch
    {
        QuestionKind.Text => new TextAttribute(1, LongestText) { Multiline = true }.IsValid(answer),
        QuestionKind.Number => decimal.TryParse(answer, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        QuestionKind.Datetime => IsTime(answer),
        _ => (Values ?? []).Any(choice => choice.Key == answer),
    };

    private static bool IsTime(string answer) =>
        answer is [.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]
        && DateTimeOffset.TryParse(answer, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && new SensibleTimeAttribute().IsValid(time);

    private string Expected() => Kind switch
    {
        QuestionKind.Text => Language.Say($"It must have 1 to {LongestText} characters.", $"Phải có từ 1 đến {LongestText} ký tự."),
        QuestionKind.Number => Language.Say("It must be a number such as 2.5.", "Phải là một số, ví dụ 2.5."),
        QuestionKind.Datetime => Language.Say("It must be a time with its zone such as 2026-11-22T08:00:00+07:00.", "Phải là thời điểm kèm múi giờ, ví dụ 2026-11-22T08:00:00+07:00."),
        _ => Language.Say("It must be one of the question's values.", "Phải là một trong các giá trị của câu hỏi."),
    };
}

/// <summary>A value that can be chosen.</summary>
public sealed record Choice(
    [property: CategorySlug, Description("Goes into `answers` of a report.")] string Key,
    [property: Text(1, 200), Description("Vietnamese text for people.")] string Vietnamese,
    [property: Text(1, 200), Description("English text for people.")] string English)
{
    public string Name() => Language.Say(English, Vietnamese);
}
