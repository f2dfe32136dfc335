using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.TimeLimits;

/// <summary>Limits for the reports that it names. Of all rules that fit a report, each limit comes from the most special one that has it: category before source before severity.</summary>
public sealed record NewRule(
    [property: Text(1, 100), Description("Only for this category; left out: for all.")] string? Category = null,
    [property: Text(1, 40), Description("Only for reports of this source, e.g. app, hotline, partner; left out: for all.")] string? Source = null,
    [property: AllowedValues(null, "urgent", "normal", "complex"), Description("Only for this severity: urgent, normal or complex; left out: for all.")] string? Severity = null,
    [property: Description("From the submission to the first response, whoever gives it.")] NewLimit? FirstResponse = null,
    [property: Description("From one news for the citizen to the next, until the answer.")] NewLimit? Update = null,
    [property: Description("From the submission to the answer.")] NewLimit? Resolution = null,
    [property: Description("The most that all pauses of a report may take together.")] NewLimit? Waiting = null,
    [property: Description("How far an interim answer may put off the answer.")] NewLimit? Extension = null,
    [property: Description("Who hears how long after a missed deadline.")] NewLadder? Ladder = null)
{
    public LimitRule Rule => new(
        Category?.Trim(), Source?.Trim(), Severity, FirstResponse?.Limit, Update?.Limit, Resolution?.Limit, Waiting?.Limit, Extension?.Limit,
        Ladder is null ? null : new(Ladder.CoordinatingUnit.Limit, Ladder.Chair.Limit));
}

/// <summary>A length of time as a decision states it.</summary>
public sealed record NewLimit(
    [property: Range(0, 1000), Description("0 to 1,000; 0 = at once.")] int Amount,
    [property: Description("workingHours, workingDays (ends with the last of them, the first one after the start is day 1) or days (of the calendar; ends on a working day).")] LimitUnit Unit)
{
    internal TimeLimit Limit => new(Amount, Unit);
}

/// <summary>How long after a missed deadline who hears of it; the head of the unit in charge, level 1, hears at once.</summary>
public sealed record NewLadder(
    [property: Description("Level 2, the province's coordinating unit.")] NewLimit CoordinatingUnit,
    [property: Description("Level 3, the chair of the province's People's Committee.")] NewLimit Chair);
