using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Whose reports an official sees in numbers: those of the own unit and the units below, the coordinating unit those of the whole province.</summary>
public sealed record Sight(bool IsWhole, object Value)
{
    /// <summary>A condition on f.unit. By pattern: starts_with alone would be a fifth of the time over a million rows.</summary>
    public string Sql(string parameter) => IsWhole ? $"f.unit like {parameter}" : $"f.unit = any({parameter})";

    /// <summary>All reports of the province of some unit: for what is published.</summary>
    public static Sight Whole(string unit) => new(IsWhole: true, $"{unit[..2]}.%");

    public static async Task<Sight> Of(Official official, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        if (CoordinatingUnit.Is(official)) return Whole(official.Organisation);
        var rows = await organisations.Query("where data->>'province' = $1", [official.Organisation.Split('.')[0]], ct);
        return new(IsWhole: false, rows.Select(row => row.Data.Code).Where(official.ActsFor).Append(official.Organisation).Distinct().ToArray());
    }
}
