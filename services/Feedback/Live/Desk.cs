using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Live;

/// <summary>What a desk sees: a unit what is its own or was until now, the operations centre the province and what no unit has, a partner system all; of it an official only the own categories.</summary>
public sealed record Desk(string Condition, object[] Values)
{
    /// <exception cref="Refused">Citizens have no desk.</exception>
    public static async Task<Desk> Of(Caller by, ReadModel<OrganisationRow> organisations, CancellationToken ct) => by switch
    {
        Official official => Of(await Sight.Of(official, organisations, ct), official),
        SystemClient => new("true", []),
        _ => throw new Refused(CallerProblems.WrongKind),
    };

    private static Desk Of(Sight sight, Official by) => new(
        $"{(sight.IsWhole ? "(unit like $1 or unit = '' and data->>'province' = left($1, 2))" : "(unit = any($1) or former_unit = any($1))")} and {CategoryLimit.Sql("$2")}",
        [sight.Value, CategoryLimit.Of(by)]);
}
