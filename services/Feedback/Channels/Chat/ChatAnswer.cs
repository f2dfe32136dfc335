using System.Globalization;
using System.Text;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>Understands what people type: codes or names, with or without accents, and a word to pass over.</summary>
public static class ChatAnswer
{
    public const string Yes = "yes", No = "no", PassedOver = "";

    private static readonly string[] Passing = ["bo qua", "khong co", "skip", "-"], Agreeing = ["co", "dong y", "dung", "yes", "y", "ok"], Refusing = ["khong", "khong dung", "no", "n", "sua"];

    /// <summary>As a report needs it; null where it is not understood.</summary>
    public static string? Read(ChatQuestion question, string typed, Catalogue categories) => question switch
    {
        ChatQuestion.Category => Asked(categories).FirstOrDefault(one => new[] { one.Code, one.Definition.Vietnamese, one.Definition.English }.Any(name => Plain(name) == Plain(typed)))?.Code,
        ChatQuestion.Text => new TextAttribute(10, 4000) { Multiline = true }.IsValid(typed) ? typed.Trim() : null,
        ChatQuestion.Commune => new CommuneCodeAttribute().IsValid(typed.Trim()) ? typed.Trim() : null,
        ChatQuestion.Place => Passing.Contains(Plain(typed)) ? PassedOver : new TextAttribute(1, 500).IsValid(typed) ? typed.Trim() : null,
        ChatQuestion.Contact => Passing.Contains(Plain(typed)) ? PassedOver : PhoneNumber.Read(typed.Trim()) ?? (new EmailAttribute().IsValid(typed.Trim()) ? typed.Trim() : null),
        _ => Agreeing.Contains(Plain(typed)) ? Yes : Refusing.Contains(Plain(typed)) ? No : null,
    };

    /// <summary>What would be understood, where that can be listed.</summary>
    public static IReadOnlyList<string> Choices(ChatQuestion question, Catalogue categories) => question switch
    {
        ChatQuestion.Category => [.. Asked(categories).Select(one => one.Code)],
        ChatQuestion.Place or ChatQuestion.Contact => ["skip"],
        ChatQuestion.Confirm => [Yes, No],
        _ => [],
    };

    /// <summary>The same command as the API's.</summary>
    public static SubmitReport.Command Command(Func<ChatQuestion, string> answered)
    {
        var (place, contact) = (answered(ChatQuestion.Place), answered(ChatQuestion.Contact));
        return new(
            answered(ChatQuestion.Category), answered(ChatQuestion.Text), answered(ChatQuestion.Commune),
            place == PassedOver ? null : new Place(Description: place),
            contact == PassedOver ? null : contact.Contains('@') ? new Contact(Email: contact) : new Contact(Phone: contact));
    }

    /// <summary>Without those that must ask more than a dialogue does.</summary>
    private static IEnumerable<Category> Asked(Catalogue categories) => categories.All.Where(one => one.IsReportable && !one.Definition.Asked().Any(question => question.Required));

    private static string Plain(string text)
    {
        var letters = text.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters).Replace('đ', 'd');
    }
}
