using System.Diagnostics;

namespace Ecosystem.Coordination;

public enum RecipientState { Sent, Acknowledged, Accepted, InProgress, Done, Refused }

/// <summary>How far one recipient is.</summary>
public sealed record RecipientProgress(RecipientState State, int Percent, string? Note)
{
    public static readonly RecipientProgress AtFirst = new(RecipientState.Sent, 0, null);

    /// <summary>Neither done nor refused: its deadline still counts.</summary>
    public bool IsOpen() => State is not (RecipientState.Done or RecipientState.Refused);

    public RecipientProgress After(RecipientEvent happened) => happened switch
    {
        DirectiveAcknowledged => this with { State = RecipientState.Acknowledged },
        DirectiveAccepted => this with { State = RecipientState.Accepted },
        DirectiveProgressReported e => new(RecipientState.InProgress, e.Percent, e.Text),
        DirectiveCompleted e => new(RecipientState.Done, 100, e.Result),
        DirectiveRefused e => this with { State = RecipientState.Refused, Note = e.Reason },
        _ => throw new UnreachableException($"{happened.GetType().Name} has no meaning yet."),
    };
}
