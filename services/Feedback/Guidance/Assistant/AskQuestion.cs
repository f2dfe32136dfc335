using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Anybody asks in plain words and is answered from the published guidance, with its sources; where that is not sure, the reply says so and what to do instead.</summary>
public static class AskQuestion
{
    /// <param name="Question">In Vietnamese, with or without accents, 3 to 500 characters. Leave out names and numbers of persons.</param>
    public sealed record Command([property: Text(3, 500, Multiline = true)] string Question);

    /// <param name="Answered">Whether a source is sure enough to be the answer.</param>
    /// <param name="Confidence">How well the best source fits, 0 to 1.</param>
    /// <param name="Answer">The best source's passage under its title; where nothing is sure, what to do instead.</param>
    /// <param name="Sources">The articles quoted, best first; where nothing is sure, those that come nearest.</param>
    /// <param name="Notice">That no person has answered, how the answer came about, and how to reach a person.</param>
    /// <param name="Hotline">Number of the hotline, where people answer.</param>
    /// <param name="Report">The question as a report that only needs sending; null where an article answers.</param>
    public sealed record Reply(Guid Id, long Version, long Position, bool Answered, double Confidence, string Answer,
        ImmutableArray<Answering.Source> Sources, string Notice, string Hotline, Answering.PreparedReport? Report) : IPositioned;

    public static QuestionEvent[] Decide(QuestionAsked asked, Question question) => question.AskedAt is null ? [asked] : [];

    public static async Task<Created<Reply>> Handle(
        Command command, ArticleSearch search, EventStream<Assistant, AssistantEvent> assistant, EventStream<Question, QuestionEvent> questions,
        InForce<CategoryPlan, CategoryEvent, Catalogue> categories, PersonalData personal, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var words = QuestionWords.Of(command.Question);
        var hits = await search.Find(command.Question, LocalDay.Of(now), 5, ct);
        var settings = (await assistant.Load(Assistant.Id, ct)).State;
        var sure = Answering.IsSure(hits, settings.LeastConfidence);
        var keeper = Question.KeeperOf(now);
        var asked = new QuestionAsked(
            keeper, await personal.Seal(keeper, PersonalNumbers.Masked(command.Question.Trim()), ct),
            [.. hits.Take(3).Select(hit => new Quoted(hit.Article.Code, hit.Article.Edition, hit.Score))], sure, now);
        var stored = await questions.Create(cause.NewId(), question => Decide(asked, question), ct);
        var prepared = sure ? null : Answering.Prepare(words, command.Question.Trim(), categories.Value);
        var reply = Compose(stored.Written, prepared, words, hits, settings.Hotline);
        return TypedResults.Created($"/v1/assistant/questions/{stored.Id}", reply);
    }

    private static Reply Compose(Written stored, Answering.PreparedReport? prepared, QuestionWords words, IReadOnlyList<Hit> hits, string hotline)
    {
        var sources = Answering.Sources(words, hits);
        return new(
            stored.Id, stored.Version, stored.Position, prepared is null, hits is [var best, ..] ? best.Score : 0,
            prepared is null ? $"{sources[0].Title}\n{sources[0].Passage}" : Unsure(hotline), sources, Notice(hotline), hotline,
            prepared);
    }

    private static string Unsure(string hotline) => Language.Say(
        $"The published guidance has no sure answer to this. Call the hotline {hotline}, or send your question as a report: it is prepared below.",
        $"Chưa có hướng dẫn đã công bố trả lời chắc chắn câu hỏi này. Vui lòng gọi tổng đài {hotline}, hoặc gửi thành phản ánh đã được soạn sẵn dưới đây.");

    /// <summary>Decree 356/2025, art. 10: automated processing is told, its principle explained, and there is a way around it.</summary>
    private static string Notice(string hotline) => Language.Say(
        $"This reply was found automatically in the published guidance by the words of your question; no person has read it. To talk to a person instead, call {hotline}.",
        $"Câu trả lời này được hệ thống tự động tìm trong các hướng dẫn đã công bố theo từ ngữ của câu hỏi, không có cán bộ nào xem xét. Nếu không muốn dùng trả lời tự động, vui lòng gọi {hotline} để gặp người trực.");
}
