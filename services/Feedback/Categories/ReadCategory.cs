using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Categories;

/// <summary>All that a form needs about a category: what is asked, what ends the form, whom to call in an emergency.</summary>
public static class ReadCategory
{
    /// <param name="Name">In the caller's language.</param>
    /// <param name="IsReportable">Whether a report may be about it.</param>
    /// <param name="IsClosed">Whether it takes no reports any more.</param>
    /// <param name="Path">The codes from the top down to this one, joined by slashes.</param>
    /// <param name="Definition">As it was decided, in both languages.</param>
    /// <param name="Questions">What is asked, in the caller's language and in order.</param>
    /// <param name="Notices">What ends the form, in the caller's language.</param>
    /// <param name="Emergency">To be shown before a report is sent; null where there is nothing to show.</param>
    public sealed record Shown(
        [property: Description("Goes into `category` of a report.")] string Code,
        long Version, long Position, string Name, bool IsReportable, bool IsClosed, string Path, CategoryDefinition Definition,
        IReadOnlyList<Asked> Questions, IReadOnlyList<Ending> Notices, Emergency? Emergency) : IPositioned;

    /// <param name="Text">The question, in the caller's language.</param>
    /// <param name="Kind">What an answer may be.</param>
    /// <param name="Required">Whether a report without an answer is refused.</param>
    /// <param name="Values">What can be chosen, in the caller's language; empty where anything can be said.</param>
    public sealed record Asked([property: Description("Names the question in `answers` of a report.")] string Code, string Text, QuestionKind Kind, bool Required, IReadOnlyList<Option> Values);

    /// <param name="Name">In the caller's language.</param>
    public sealed record Option([property: Description("Goes into `answers` of a report.")] string Key, string Name);

    /// <param name="Text">What to do instead, in the caller's language.</param>
    /// <param name="Question">Code of the question whose answer ends the form; null: the form ends at once.</param>
    /// <param name="Value">The answer that ends it.</param>
    public sealed record Ending(string Text, string? Question, string? Value);

    /// <param name="Service">Whom to call.</param>
    /// <param name="Phone">The number to call.</param>
    /// <param name="Text">What to tell the citizen, in the caller's language.</param>
    public sealed record Emergency(EmergencyService Service, string Phone, string Text)
    {
        public static Emergency Of(EmergencyService service) => new(service, service.Phone(), Language.Say(
            $"If somebody is in danger, call {service.Phone()} now. A report is read later.",
            $"Nếu có người gặp nguy hiểm, hãy gọi ngay {service.Phone()}. Phản ánh chỉ được đọc sau."));
    }

    /// <param name="asOf">Shows the category as it stood at that time.</param>
    public static async Task<Ok<Shown>> Handle(
        [CategorySlug, Description("The category's code.")] string code, [SensibleTime] DateTimeOffset? asOf, EventStream<CategoryPlan, CategoryEvent> plans, TimeProvider clock, CancellationToken ct)
    {
        var plan = await plans.Load(CategoryPlan.Id, ct, asOf);
        var category = plan.State.At(asOf ?? clock.GetUtcNow()).Find(code) ?? throw new Refused(Problem.NotFound);
        return TypedResults.Ok(Show(category, plan));
    }

    private static Shown Show(Category category, Loaded<CategoryPlan> plan)
    {
        var definition = category.Definition;
        return new(
            category.Code, plan.Version, plan.Position, category.Name(), category.IsReportable, category.IsClosed, string.Join('/', category.Path), definition,
            [.. definition.Asked().Select(Show)],
            [.. definition.Ends().Select(stopper => new Ending(stopper.Notice(), stopper.Question, stopper.Value))],
            definition.Emergency is { } service ? Emergency.Of(service) : null);
    }

    private static Asked Show(Question question) => new(
        question.Code, Language.Say(question.English, question.Vietnamese), question.Kind, question.Required,
        [.. (question.Values ?? []).Select(choice => new Option(choice.Key, choice.Name()))]);
}
