using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Reports;

/// <summary>What a report is about, and which kind of a commune's organisations is in charge of it.</summary>
/// <param name="Unit">UBND, the People's Committee, or MTTQ, the Front committee.</param>
public sealed record Category(string Code, string Vietnamese, string English, string Unit)
{
    /// <summary>The table Data/routing.json, in the order in which forms show it.</summary>
    public static readonly IReadOnlyList<Category> All = Read();

    /// <summary>The kinds of organisations to which reports go.</summary>
    public static readonly string[] Units = [.. All.Select(category => category.Unit).Distinct()];

    private static readonly FrozenDictionary<string, Category> ByCode = All.ToFrozenDictionary(category => category.Code);

    /// <summary>In the language of the current request.</summary>
    public string Name() => Language.Say(English, Vietnamese);

    /// <summary>Null for a code that is not in the table.</summary>
    public static Category? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Category[] Read()
    {
        using var table = typeof(Category).Assembly.GetManifestResourceStream("Ecosystem.Feedback.Data.routing.json")!;
        return JsonSerializer.Deserialize<Category[]>(table, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A code that is in the table of categories.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CategoryCodeAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is null || (value is string code && Category.Find(code) is not null);

    public override string FormatErrorMessage(string name) => Language.Say("It must be one of the codes at /v1/categories.", "Phải là một trong các mã tại /v1/categories.");
}
