using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Channels.Chat;

/// <summary>A citizen begins to tell a chatbot; a messenger's system does so for a person whom only the messenger knows.</summary>
public static class StartDialogue
{
    public static DialogueEvent[] Decide(DialogueStarted started, Dialogue dialogue) => dialogue.Started is null ? [started] : [];

    /// <exception cref="Refused">Officials report at the hotline's desk.</exception>
    public static string Reporter(Caller by, Guid dialogue, Callers callers) => by switch
    {
        Citizen => by.Id,
        SystemClient => callers.InDialogue(by.Id, dialogue),
        _ => throw new Refused(CallerProblems.WrongKind),
    };

    public static async Task<Created<Prompt>> Handle(Caller by, EventStream<Dialogue, DialogueEvent> dialogues, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, Callers callers, Cause cause, TimeProvider clock, CancellationToken ct)
    {
        var id = cause.NewId();
        var started = new DialogueStarted(by.Id, Reporter(by, id, callers), clock.GetUtcNow());
        var done = await dialogues.Create(id, dialogue => Decide(started, dialogue), ct);
        return TypedResults.Created($"/v1/dialogues/{id}", Prompt.Of(done.State, done.Version, done.Position, categories.Value));
    }
}
