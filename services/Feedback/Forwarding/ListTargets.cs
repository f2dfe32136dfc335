using System.ComponentModel;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>The agencies to which the province's units can forward, with what is decided about them; keys are never shown.</summary>
public static class ListTargets
{
    public sealed record Item(
        [property: Description("The agency's code among our targets.")] string Code,
        [property: Description("The agency's name.")] string Name,
        [property: Description("Where the addresses of its server begin.")] string Url,
        [property: Description("Categories that go there.")] IEnumerable<string> Categories,
        [property: Description("Whose reports go there; empty: every unit's.")] IReadOnlyList<string> Units,
        [property: Description("Number of the decision.")] string Decision,
        [property: Description("First day.")] DateOnly ValidFrom,
        [property: Description("Last day, or null.")] DateOnly? ValidTo,
        [property: Description("Whether it counts today.")] bool InForce);

    public static async Task<Ok<Page<Item>>> Handle(Official by, [AsParameters] PageRequest page, ReadModel<Target> targets, TimeProvider clock, CancellationToken ct)
    {
        var today = Target.DayOf(clock.GetUtcNow());
        var rows = await targets.List("data->'settings'->0->>'province' = $1", [by.Organisation[..2]], page, ct);
        return TypedResults.Ok(new Page<Item>([.. rows.Items.Select(row => Shown(row.Data, today))], rows.Next));
    }

    private static Item Shown(Target target, DateOnly today)
    {
        var setting = target.InForce(today) ?? target.Settings[^1];
        return new(setting.Code, setting.Use.Name, setting.Use.Url, setting.Use.Services.Keys, setting.Use.Units, setting.Decision, setting.ValidFrom, setting.ValidTo, target.InForce(today) is not null);
    }
}
