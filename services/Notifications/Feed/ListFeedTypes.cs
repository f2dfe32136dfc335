using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Notifications.Feed;

/// <summary>What there is to hear.</summary>
public static class ListFeedTypes
{
    public sealed record Answer(IReadOnlyList<FeedType> Items);

    public static Ok<Answer> Handle(FeedReader who) =>
        TypedResults.Ok(new Answer([.. FeedTypes.All.Where(type => who.Types.IsEmpty || who.Types.Any(allowed => TypePattern.Matches(allowed, type.Name)))]));
}
