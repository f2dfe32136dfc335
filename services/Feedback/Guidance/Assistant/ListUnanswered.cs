using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>What people asked and the guidance does not answer, or not helpfully: what the editors should write next, oldest first.</summary>
public static class ListUnanswered
{
    /// <param name="Question">As it was asked, without numbers of persons; null once the month's key is destroyed.</param>
    /// <param name="AskedAt">When it was asked, in UTC.</param>
    /// <param name="Answered">False: nothing was sure enough; true: the reply did not help.</param>
    /// <param name="Nearest">The articles that came nearest.</param>
    public sealed record Item(Guid Id, string? Question, DateTimeOffset AskedAt, bool Answered, ImmutableArray<Near> Nearest);

    /// <param name="Code">Of the article.</param>
    /// <param name="Edition">The edition as it was then.</param>
    /// <param name="Score">How well it fitted, 0 to 1.</param>
    public sealed record Near(string Code, int Edition, double Score);

    public static async Task<Ok<Page<Item>>> Handle(Official by, [AsParameters] PageRequest page, ReadModel<QuestionRow> questions, PersonalData personal, CancellationToken ct)
    {
        var rows = await questions.List("(data->>'isOpen')::boolean", [], page, ct, oldestFirst: true);
        List<Item> items = [];
        foreach (var row in rows.Items)
        {
            var question = row.Data;
            items.Add(new(row.Id, await personal.Open(question.Keeper, question.Text, ct), question.At, question.IsAnswered, [.. question.Quoted.Select(near => new Near(near.Code, near.Edition, near.Score))]));
        }

        return TypedResults.Ok(new Page<Item>(items, rows.Next));
    }
}
