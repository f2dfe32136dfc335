namespace Ecosystem.Feedback.Analytics;

/// <summary>A number of a report by which cases can be filtered; of no person.</summary>
public sealed record NumberField(string Name, string Sql)
{
    public static readonly IReadOnlyList<NumberField> All =
    [
        new("rating", "f.rating"),
        new("reopened", "f.reopened"),
        new("transferred", "f.transferred"),
        new("responseHours", "f.response_minutes / 60.0"),
        new("answerHours", "f.answer_minutes / 60.0"),
    ];

    public static NumberField? Find(string name) => All.FirstOrDefault(field => field.Name == name);
}
