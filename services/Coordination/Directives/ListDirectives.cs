using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Coordination;

/// <summary>The own organisation's directives, newest first: those it has received, or those it has issued.</summary>
public static class ListDirectives
{
    /// <param name="Progress">The own one; null in the list of issued directives.</param>
    /// <param name="Counts">Of all recipients; null in the list of received directives.</param>
    public sealed record Item(
        Guid Id, string Title, string Issuer, string IssuerName, DateTimeOffset IssuedAt, DateTimeOffset Deadline, bool Overdue, RecipientProgress? Progress, RollUp.Counts? Counts);

    public static async Task<Ok<Page<Item>>> Handle(
        bool? issued, [AsParameters] PageRequest page, Official by, ReadModel<ReceivedDirective> inbox, ReadModel<IssuedDirective> directives, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return TypedResults.Ok(issued is true
            ? Items(await directives.List("data->>'issuer' = $1", [by.Organisation], page, ct), row => Issued(row, now))
            : Items(await inbox.List("data->>'recipient' = $1", [by.Organisation], page, ct), row => Received(row.Data, now)));
    }

    private static Page<Item> Items<TRow>(Page<Row<TRow>> page, Func<Row<TRow>, Item> show) => new([.. page.Items.Select(show)], page.Next);

    private static Item Received(ReceivedDirective directive, DateTimeOffset now) => new(
        directive.Id, directive.Title, directive.Issuer, directive.IssuerName, directive.IssuedAt, directive.Deadline,
        directive.Progress.IsOpen() && directive.Deadline < now, directive.Progress, Counts: null);

    private static Item Issued(Row<IssuedDirective> row, DateTimeOffset now)
    {
        var (directive, counts) = (row.Data, RollUp.Counts.Of(row.Data, now));
        return new(row.Id, directive.Title, directive.Issuer, directive.IssuerName, directive.IssuedAt, directive.Deadline, counts.Overdue > 0, Progress: null, counts);
    }
}
