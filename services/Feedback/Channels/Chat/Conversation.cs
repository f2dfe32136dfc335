using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>Takes an answer from what was typed to what is kept, and the last one to the report.</summary>
public sealed class Conversation(
    EventStream<Dialogue, DialogueEvent> dialogues, Intake intake, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, PersonalData personal, TimeProvider clock)
{
    /// <exception cref="Refused">It is another's dialogue, or the answer cannot be taken.</exception>
    public async Task<Prompt> Take(Guid id, AnswerQuestion.Command command, string by, CancellationToken ct)
    {
        var loaded = await dialogues.Load(id, ct);
        var known = loaded.State;
        known.RequireOf(by);
        if (known.Report is not null) return Prompt.Of(known, loaded.Version, loaded.Position, categories.Value);
        var answer = AnswerQuestion.Understand(command, known, categories.Value);
        if (command.Question is ChatQuestion.Confirm) return await Confirm(known, answer, ct);
        if (command.Question is ChatQuestion.Commune) await intake.Receive(new(await Said(known, ChatQuestion.Category, ct), "", answer), Source.Chatbot, ct);    // nobody in charge there: told at once
        var kept = await personal.Seal(known.Started!.Reporter, answer, ct);
        return Told(await dialogues.Append(id, dialogue => AnswerQuestion.Decide(command.Question, kept, dialogue, clock.GetUtcNow()), ct));
    }

    private async Task<Prompt> Confirm(Dialogue known, string answer, CancellationToken ct)
    {
        var report = answer == ChatAnswer.Yes ? await Report(known, ct) : (Guid?)null;
        return Told(await dialogues.Append(known.Id, dialogue => AnswerQuestion.Conclude(report, dialogue, clock.GetUtcNow()), ct));
    }

    private async Task<Guid> Report(Dialogue known, CancellationToken ct)
    {
        Dictionary<ChatQuestion, string> said = [];
        foreach (var question in known.Answers.Keys) said[question] = await Said(known, question, ct);
        return (await intake.SubmitOnce(NamedId.Of(known.Id, "report"), ChatAnswer.Command(question => said[question]), new(known.Started!.Reporter, Source.Chatbot), ct)).Id;
    }

    private async Task<string> Said(Dialogue known, ChatQuestion question, CancellationToken ct) =>
        await personal.Open(known.Started!.Reporter, known.Answers[question], ct) ?? throw new Refused(ChannelProblems.DialogueErased);

    private Prompt Told(Appended<Dialogue, DialogueEvent> done) => Prompt.Of(done.State, done.Version, done.Position, categories.Value);
}
