using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>What the chatbot says next.</summary>
public sealed record Prompt(
    Guid Id, long Version, long Position,
    [property: Description("What is asked: category, text, commune, place, contact or confirm; null when the report is made.")] ChatQuestion? Question,
    [property: Description("The words to show, in the caller's language.")] string Say,
    [property: Description("Answers that are always understood, where they can be listed.")] IReadOnlyList<string> Choices,
    [property: Description("That a program is answering (Decree 356/2025/ND-CP, art. 10), and where people are.")] string Notice,
    [property: Description("The report that was made; null before.")] Guid? Report,
    [property: Description("The report's public tracking code; null before.")] string? Code) : IPositioned
{
    public static Prompt Of(Dialogue dialogue, long version, long position, Catalogue categories) => new(
        dialogue.Id, version, position, dialogue.Next, Words(dialogue.Next), dialogue.Next is { } question ? ChatAnswer.Choices(question, categories) : [],
        Language.Say("You are talking to a program; for a person, call 1022.", "Bạn đang trao đổi với chương trình tự động; để gặp người trực, hãy gọi 1022."),
        dialogue.Report, dialogue.Report is { } report ? TrackingCode.Of(report) : null);

    private static string Words(ChatQuestion? question) => question switch
    {
        ChatQuestion.Category => Language.Say("What is it about?", "Bạn muốn phản ánh về lĩnh vực nào?"),
        ChatQuestion.Text => Language.Say("What is wrong? Please tell in 10 to 4,000 characters.", "Bạn muốn phản ánh điều gì? Vui lòng mô tả từ 10 đến 4.000 ký tự."),
        ChatQuestion.Commune => Language.Say("In which commune or ward? Please give its five-digit code.", "Sự việc xảy ra ở xã, phường nào? Vui lòng nhập mã gồm năm chữ số."),
        ChatQuestion.Place => Language.Say("Where exactly? Or: skip.", "Vị trí cụ thể ở đâu? Hoặc nhập: bỏ qua."),
        ChatQuestion.Contact => Language.Say("At which telephone number or e-mail address can you be reached? Or: skip.", "Số điện thoại hoặc thư điện tử để liên hệ lại? Hoặc nhập: bỏ qua."),
        ChatQuestion.Confirm => Language.Say("Shall the report be sent? yes or no", "Bạn có đồng ý gửi phản ánh không? có hoặc không"),
        _ => Language.Say("Thank you, the report has been sent.", "Cảm ơn bạn, phản ánh đã được gửi."),
    };
}
