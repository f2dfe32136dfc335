using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forecasts;

/// <summary>How many reports will come, so that people and machines are there before the rain.</summary>
public static class ReadForecast
{
    /// <param name="Category">Of this category only; left out: of all.</param>
    /// <param name="Commune">In this commune only; left out: in the whole province.</param>
    /// <param name="Days">How many days ahead, 1 to 14.</param>
    public sealed record Asked([property: CategoryCode(OrWas = true)] string? Category = null, [property: CommuneCode] string? Commune = null, [property: Range(1, Backtest.Horizon)] int Days = Backtest.Horizon);

    public sealed record Answer(
        [property: Description("Category of the series; null: all.")] string? Category, [property: Description("Commune of the series; null: the whole province.")] string? Commune,
        [property: Description("First day of the history, local, yyyy-MM-dd.")] DateOnly HistoryFrom, [property: Description("Days of the history.")] int HistoryDays,
        [property: Description("The model that foresaw the last year of this series best.")] string Model,
        [property: Description("Its mean absolute error in the backtest, reports a day.")] double Error,
        [property: Description("The same of 'as on the same weekday last week', which it must beat.")] double NaiveError,
        [property: Description("The days ahead, from today.")] IReadOnlyList<ForecastDay> Days);

    public static async Task<Ok<Answer>> Handle(
        [AsParameters] Asked asked, Caller by, History history, Remembered<(Series, string?), (DailyCounts, Forecast)> remembered, CancellationToken ct)
    {
        var (series, province) = (new Series(asked.Category, asked.Commune), (by as Official)?.Organisation[..2]);
        var (counts, forecast) = await remembered.Get((series, province), () => Foresee(series, province, history, ct));
        return TypedResults.Ok(new Answer(
            asked.Category, asked.Commune, counts.First, counts.Counts.Count, forecast.Model, Math.Round(forecast.Error, 2), Math.Round(forecast.NaiveError, 2), [.. forecast.Days.Take(asked.Days)]));
    }

    private static async Task<(DailyCounts, Forecast)> Foresee(Series series, string? province, History history, CancellationToken ct)
    {
        var counts = await history.Of(series, province, ct);
        if (counts.Counts.Count < DailyCounts.LeastDays) throw new Refused(ForecastProblems.HistoryTooShort);
        return (counts, Forecast.Of(counts));
    }
}
