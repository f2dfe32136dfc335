using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Categories;

/// <summary>Lists for an official whose work is limited to some categories, see <see cref="OwnCategories"/>; nobody else's is.</summary>
internal static class CategoryLimit
{
    /// <summary>A condition on rows that have a category.</summary>
    /// <param name="parameter">Where <see cref="Of"/> is given, e.g. $2.</param>
    public static string Sql(string parameter) => $"({parameter}::text[] is null or data->>'category' = any({parameter}))";

    public static object Of(Caller by) => by is Official { Categories: { } own } ? own.ToArray() : DBNull.Value;
}
