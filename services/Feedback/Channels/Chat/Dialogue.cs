using System.Collections.Immutable;
using System.Diagnostics;
using Ecosystem.EventSourcing;

namespace Ecosystem.Feedback.Channels.Chat;

// Quoted names are in the database for good: add, never rename.
public abstract record DialogueEvent;

/// <summary>In the order in which they are asked.</summary>
public enum ChatQuestion { Category, Text, Commune, Place, Contact, Confirm }

/// <param name="By">The caller who may answer.</param>
[Stored("dialogue_started")]
public sealed record DialogueStarted(string By, string Reporter, DateTimeOffset At) : DialogueEvent;

/// <param name="Answer">As understood, under the reporter's key; empty where the question was passed over.</param>
[Stored("question_answered")]
public sealed record QuestionAnswered(ChatQuestion Question, Sealed Answer, DateTimeOffset At) : DialogueEvent;

/// <summary>It was not right so: all questions are asked anew.</summary>
[Stored("dialogue_begun_anew")]
public sealed record DialogueBegunAnew(DateTimeOffset At) : DialogueEvent;

[Stored("dialogue_ended")]
public sealed record DialogueEnded(Guid Report, DateTimeOffset At) : DialogueEvent;

/// <summary>A report in the making, question by question.</summary>
public sealed record Dialogue(Guid Id, DialogueStarted? Started, ImmutableDictionary<ChatQuestion, Sealed> Answers, Guid? Report = null)
{
    public static Dialogue New(Guid id) => new(id, Started: null, ImmutableDictionary<ChatQuestion, Sealed>.Empty);

    public static Dialogue Evolve(Dialogue dialogue, DialogueEvent happened) => happened switch
    {
        DialogueStarted e => dialogue with { Started = e },
        QuestionAnswered e => dialogue with { Answers = dialogue.Answers.SetItem(e.Question, e.Answer) },
        DialogueBegunAnew => dialogue with { Answers = dialogue.Answers.Clear() },
        DialogueEnded e => dialogue with { Report = e.Report },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };

    /// <summary>Null when nothing is left to ask.</summary>
    public ChatQuestion? Next => Report is not null ? null : Enum.GetValues<ChatQuestion>().First(question => !Answers.ContainsKey(question));

    /// <exception cref="Refused">There is no such dialogue, or it is another's.</exception>
    public void RequireOf(string by)
    {
        if (Started is null || Started.By != by) throw new Refused(Problem.NotFound);
    }
}
