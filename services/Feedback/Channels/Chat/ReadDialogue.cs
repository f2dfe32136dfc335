using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>A chat that was interrupted asks where it was.</summary>
public static class ReadDialogue
{
    public static async Task<Ok<Prompt>> Handle(Guid id, Caller by, EventStream<Dialogue, DialogueEvent> dialogues, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, CancellationToken ct)
    {
        var known = await dialogues.Load(id, ct);
        known.State.RequireOf(by.Id);
        return TypedResults.Ok(Prompt.Of(known.State, known.Version, known.Position, categories.Value));
    }
}
