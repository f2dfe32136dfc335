using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.AnswerTemplates;

/// <summary>The places of a template that the desk fills: {code}, {category}, {unit}, {submittedAt} and {today}. Nothing about a person is among them.</summary>
public static partial class Placeholders
{
    public static readonly ImmutableArray<string> Names = ["code", "category", "unit", "submittedAt", "today"];

    /// <summary>What no desk could fill, as it is written: unknown names, and braces that belong to none.</summary>
    public static IReadOnlyList<string> Faults(string text) =>
        [.. Braces().Matches(text).Select(found => found.Value).Where(found => !Names.Contains(found.Trim('{', '}')) || found is not ['{', .., '}']).Distinct()];

    /// <param name="values">By name; a name without a value stays as it is, for the official to see.</param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Braces().Replace(text, found => values.GetValueOrDefault(found.Value.Trim('{', '}'), found.Value));

    [GeneratedRegex(@"\{[^{}]*\}|[{}]")]
    private static partial Regex Braces();
}

/// <summary>A text whose places in braces are all known: said when it is written, not when an official answers.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlaceholdersAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        if (value is not string text || Placeholders.Faults(text) is not { Count: > 0 } faults) return ValidationResult.Success;
        var (wrong, known) = (string.Join(" ", faults.Take(10)), string.Join(" ", Placeholders.Names.Select(name => $"{{{name}}}")));
        return new(Language.Say($"Not to be filled: {wrong}. Places are {known}.", $"Không điền được: {wrong}. Các chỗ điền là {known}."), [validationContext.MemberName ?? "text"]);
    }
}
