using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>What a decision says about a category.</summary>
/// <param name="Parent">Code of the category above; null at the top.</param>
/// <param name="Unit">Kind of the commune's organisation in charge where no routing rule says otherwise: UBND, MTTQ, CD, ND, PN, TN or CCB.</param>
/// <param name="Reportable">Whether reports may be about it although there are others below it; leaves always are.</param>
/// <param name="Sensitive">Reports about it are in no public list, and their position is blurred.</param>
/// <param name="Severity">How pressing such a report is unless somebody says otherwise.</param>
/// <param name="DuplicateRadius">Within how many metres an open report may be about the same, 1 to 5,000.</param>
/// <param name="DuplicateDays">How many days back such a report may lie, 1 to 365.</param>
/// <param name="Emergency">Whom to call instead in an emergency; null where there is none to think of.</param>
/// <param name="Order">Where it stands among its siblings, ascending.</param>
/// <param name="Questions">What is asked beside the text, at most 20.</param>
/// <param name="Stoppers">Notices that end the form, at most 10.</param>
/// <param name="Proof">What an answer has to come with: note, photoAfter or cost; nothing where left out.</param>
public sealed record CategoryDefinition(
    [property: Text(2, 100), Description("Vietnamese text for people.")] string Vietnamese,
    [property: Text(2, 100), Description("English text for people.")] string English,
    [property: CategorySlug] string? Parent = null,
    [property: AllowedValues("UBND", "MTTQ", "CD", "ND", "PN", "TN", "CCB")] string Unit = "UBND",
    bool Reportable = false,
    bool Sensitive = false,
    Severity Severity = Severity.Normal,
    [property: Range(1, 5_000)] int DuplicateRadius = 50,
    [property: Range(1, 365)] int DuplicateDays = 30,
    EmergencyService? Emergency = null,
    [property: Range(0, 10_000)] int Order = 0,
    [property: FewItems(20)] IReadOnlyList<Question>? Questions = null,
    [property: FewItems(10)] IReadOnlyList<Stopper>? Stoppers = null,
    [property: FewItems(3)] IReadOnlyList<ProofKind>? Proof = null) : IValidatableObject
{
    /// <summary>The questions in order.</summary>
    public IReadOnlyList<Question> Asked() => [.. (Questions ?? []).OrderBy(question => question.Order)];

    public IReadOnlyList<Stopper> Ends() => Stoppers ?? [];

    public IReadOnlyList<ProofKind> Required() => Proof ?? [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var asked = Asked();
        if (Required().Distinct().Count() < Required().Count)
            yield return new(Language.Say("Each kind of proof is named once.", "Mỗi loại minh chứng chỉ nêu một lần."), [nameof(Proof)]);
        if (asked.Select(question => question.Code).Distinct().Count() < asked.Count)
            yield return new(Language.Say("Each question needs a code of its own.", "Mỗi câu hỏi phải có mã riêng."), [nameof(Questions)]);
        if (Ends().Any(stopper => !stopper.Fits(asked)))
            yield return new(Language.Say("A stopper names a value that one of the questions allows.", "Điểm dừng phải nêu một giá trị mà câu hỏi cho phép."), [nameof(Stoppers)]);
    }
}
