using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>One answer more; the last one, yes, makes the report by the same command as the API's.</summary>
public static class AnswerQuestion
{
    public sealed record Command(
        [property: Description("What is answered: category, text, commune, place, contact or confirm.")] ChatQuestion Question,
        [property: Text(1, 4000, Multiline = true), Description("What was typed, 1 to 4,000 characters.")] string Typed);

    /// <exception cref="Refused">Another question was asked, or the answer is not understood.</exception>
    public static string Understand(Command command, Dialogue dialogue, Catalogue categories)
    {
        if (dialogue.Next != command.Question) throw new Refused(ChannelProblems.NotTheQuestion) { Allowed = dialogue.Next is { } next ? [JsonNamingPolicy.CamelCase.ConvertName($"{next}")] : [] };
        return ChatAnswer.Read(command.Question, command.Typed, categories) ?? throw new Refused(ChannelProblems.NotUnderstood) { Allowed = ChatAnswer.Choices(command.Question, categories) };
    }

    public static DialogueEvent[] Decide(ChatQuestion question, Sealed answer, Dialogue dialogue, DateTimeOffset now) =>
        dialogue.Next == question ? [new QuestionAnswered(question, answer, now)] : throw new Refused(ChannelProblems.NotTheQuestion);

    /// <param name="report">The report that was made; null where the citizen said no.</param>
    public static DialogueEvent[] Conclude(Guid? report, Dialogue dialogue, DateTimeOffset now) =>
        dialogue.Next is not ChatQuestion.Confirm ? [] : report is { } made ? [new DialogueEnded(made, now)] : [new DialogueBegunAnew(now)];

    public static async Task<Ok<Prompt>> Handle(Guid id, Command command, Caller by, Conversation conversation, CancellationToken ct) =>
        TypedResults.Ok(await conversation.Take(id, command, by.Id, ct));
}
