using System.ComponentModel;
using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>One answer more; the last one, yes, makes the report by the same command as the API's.</summary>
public static class AnswerQuestion
{
    public sealed record Command(
        [property: Description("What is answered: category, text, commune, place, contact or confirm.")] Question Question,
        [property: Text(1, 4000, Multiline = true), Description("What was typed, 1 to 4,000 characters.")] string Typed);

    /// <exception cref="Refused">Another question was asked, or the answer is not understood.</exception>
    public static string Understand(Command command, Dialogue dialogue)
    {
        if (dialogue.Next != command.Question) throw new Refused(ChannelProblems.NotTheQuestion) { Allowed = dialogue.Next is { } next ? [JsonNamingPolicy.CamelCase.ConvertName($"{next}")] : [] };
        return ChatAnswer.Read(command.Question, command.Typed) ?? throw new Refused(ChannelProblems.NotUnderstood) { Allowed = ChatAnswer.Choices(command.Question) };
    }

    public static DialogueEvent[] Decide(Question question, Sealed answer, Dialogue dialogue, DateTimeOffset now) =>
        dialogue.Next == question ? [new QuestionAnswered(question, answer, now)] : throw new Refused(ChannelProblems.NotTheQuestion);

    /// <param name="report">The report that was made; null where the citizen said no.</param>
    public static DialogueEvent[] Conclude(Guid? report, Dialogue dialogue, DateTimeOffset now) =>
        dialogue.Next is not Question.Confirm ? [] : report is { } made ? [new DialogueEnded(made, now)] : [new DialogueBegunAnew(now)];

    public static async Task<Ok<Prompt>> Handle(
        Guid id, Command command, Caller by, EventStream<Dialogue, DialogueEvent> dialogues, Intake intake, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var known = (await dialogues.Load(id, ct)).State;
        known.RequireOf(by.Id);
        if (known is { Report: not null }) return TypedResults.Ok(await Now(id, dialogues, ct));
        var answer = Understand(command, known);
        if (command.Question is Question.Confirm) return TypedResults.Ok(await Confirm(known, answer, dialogues, intake, personal, clock, ct));
        if (command.Question is Question.Commune) await intake.UnitFor(new((await personal.Open(known.Started!.Reporter, known.Answers[Question.Category], ct))!, "", answer), ct);
        var kept = await personal.Seal(known.Started!.Reporter, answer, ct);
        var done = await dialogues.Append(id, dialogue => Decide(command.Question, kept, dialogue, clock.GetUtcNow()), ct);
        return TypedResults.Ok(Prompt.Of(done.State, done.Version, done.Position));
    }

    private static async Task<Prompt> Confirm(Dialogue known, string answer, EventStream<Dialogue, DialogueEvent> dialogues, Intake intake, PersonalData personal, TimeProvider clock, CancellationToken ct)
    {
        var report = answer == ChatAnswer.Yes ? (await intake.SubmitOnce(NamedId.Of(known.Id, "report"), await Collect(known, personal, ct), new(known.Started!.Reporter, Source.Chatbot), ct)).Id : (Guid?)null;
        var done = await dialogues.Append(known.Id, dialogue => Conclude(report, dialogue, clock.GetUtcNow()), ct);
        return Prompt.Of(done.State, done.Version, done.Position);
    }

    private static async Task<SubmitReport.Command> Collect(Dialogue known, PersonalData personal, CancellationToken ct)
    {
        Dictionary<Question, string> answers = [];
        foreach (var (question, kept) in known.Answers) answers[question] = await personal.Open(known.Started!.Reporter, kept, ct) ?? throw new Refused(ChannelProblems.DialogueErased);
        return ChatAnswer.Command(question => answers[question]);
    }

    private static async Task<Prompt> Now(Guid id, EventStream<Dialogue, DialogueEvent> dialogues, CancellationToken ct)
    {
        var known = await dialogues.Load(id, ct);
        return Prompt.Of(known.State, known.Version, known.Position);
    }
}
