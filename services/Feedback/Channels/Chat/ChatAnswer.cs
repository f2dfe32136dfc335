using System.Globalization;
using System.Text;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>Understands what people type: codes or names, with or without accents, and a word to pass over.</summary>
public static class ChatAnswer
{
    public const string Yes = "yes", No = "no", PassedOver = "";

    private static readonly string[] Passing = ["bo qua", "khong co", "skip", "-"], Agreeing = ["co", "dong y", "dung", "yes", "y", "ok"], Refusing = ["khong", "khong dung", "no", "n", "sua"];

    /// <summary>As a report needs it; null where it is not understood.</summary>
    public static string? Read(Question question, string typed) => question switch
    {
        Question.Category => Category.All.FirstOrDefault(one => new[] { one.Code, one.Vietnamese, one.English }.Any(name => Plain(name) == Plain(typed)))?.Code,
        Question.Text => new TextAttribute(10, 4000) { Multiline = true }.IsValid(typed) ? typed.Trim() : null,
        Question.Commune => new CommuneCodeAttribute().IsValid(typed.Trim()) ? typed.Trim() : null,
        Question.Place => Passing.Contains(Plain(typed)) ? PassedOver : new TextAttribute(1, 500).IsValid(typed) ? typed.Trim() : null,
        Question.Contact => Passing.Contains(Plain(typed)) ? PassedOver : PhoneNumber.Read(typed.Trim()) ?? (new EmailAttribute().IsValid(typed.Trim()) ? typed.Trim() : null),
        _ => Agreeing.Contains(Plain(typed)) ? Yes : Refusing.Contains(Plain(typed)) ? No : null,
    };

    /// <summary>What would be understood, where that can be listed.</summary>
    public static IReadOnlyList<string> Choices(Question question) => question switch
    {
        Question.Category => [.. Category.All.Select(one => one.Code)],
        Question.Place or Question.Contact => ["skip"],
        Question.Confirm => [Yes, No],
        _ => [],
    };

    /// <summary>The same command as the API's.</summary>
    public static SubmitReport.Command Command(Func<Question, string> answered)
    {
        var (place, contact) = (answered(Question.Place), answered(Question.Contact));
        return new(
            answered(Question.Category), answered(Question.Text), answered(Question.Commune),
            place == PassedOver ? null : new Place(Description: place),
            contact == PassedOver ? null : contact.Contains('@') ? new Contact(Email: contact) : new Contact(Phone: contact));
    }

    private static string Plain(string text)
    {
        var letters = text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).Replace('đ', 'd');
    }
}
