using Ecosystem.EventSourcing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Whoever asked, and so knows the id, says whether the reply helped, and may change the mind; what did not help goes to the editors.</summary>
public static class RateReply
{
    /// <param name="Helpful">Whether the reply helped.</param>
    public sealed record Command(bool Helpful);

    public static QuestionEvent[] Decide(Command command, Question question, DateTimeOffset now) => question switch
    {
        { AskedAt: null } => throw new Refused(Problem.NotFound),
        { Helpful: { } before } when before == command.Helpful => [],
        _ => [new ReplyRated(command.Helpful, now)],
    };

    public static async Task<Ok<Written>> Handle(Guid id, Command command, EventStream<Question, QuestionEvent> questions, TimeProvider clock, CancellationToken ct) =>
        TypedResults.Ok((await questions.Append(id, question => Decide(command, question, clock.GetUtcNow()), ct)).Written);
}
