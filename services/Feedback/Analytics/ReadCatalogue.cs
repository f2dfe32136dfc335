using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>All that can be asked, so that a desk can build its questions from it.</summary>
public static class ReadCatalogue
{
    public sealed record Entry(
        [property: Description("As it is named in a query.")] string Name, [property: Description("What it means, in the caller's language.")] string Meaning,
        [property: Description("The grains with which it can be used.")] Grain[] Grains);

    public sealed record Answer(
        [property: Description("What a query may count.")] IReadOnlyList<Entry> Measures,
        [property: Description("By what a query may group and, but for times, filter.")] IReadOnlyList<Entry> Dimensions,
        [property: Description("Numbers by which the grain case may be filtered.")] string[] Numbers,
        [property: Description("The most groups of an answer.")] int MostRows);

    public static Ok<Answer> Handle() => TypedResults.Ok(new Answer(
        [.. Measure.All.Select(measure => new Entry(measure.Name, measure.What(), [.. Enum.GetValues<Grain>().Where(measure.Fits)]))],
        [.. Dimension.All.Select(dimension => new Entry(dimension.Name, dimension.What(), [.. Enum.GetValues<Grain>().Where(grain => grain.Has(dimension))]))],
        [.. NumberField.All.Select(field => field.Name)],
        1000));
}
