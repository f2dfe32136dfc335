using System.Text.RegularExpressions;

namespace Ecosystem.ServiceDefaults;

/// <summary>Texts about single fields. The framework's own attributes speak only English; their messages are put into the caller's language here.</summary>
internal static partial class ValidationTexts
{
    public static string Required => Language.Say("It is required.", "Bắt buộc.");

    public static string Unreadable => Language.Say("It cannot be read as what it must be.", "Không đúng định dạng.");

    public static string Duplicate => Language.Say("It is given twice.", "Bị lặp lại.");

    public static string Unknown => Language.Say("There is no such member.", "Trường này không tồn tại.");

    public static string UnknownParameter => Language.Say("There is no such parameter.", "Tham số này không tồn tại.");

    private static string Invalid => Language.Say("It is not valid.", "Giá trị không hợp lệ.");

    public static string WrongMember(string message) =>
        message.Contains("could not be mapped", StringComparison.Ordinal) ? Unknown
        : message.Contains("uplicate", StringComparison.Ordinal) ? Duplicate
        : Unreadable;

    /// <summary>Texts of our own attributes are in the right language already: they have no framework's phrase in them.</summary>
    public static string Translated(string message) => message switch
    {
        _ when RequiredPhrase().IsMatch(message) => Required,
        _ when Between().Match(message) is { Success: true } range => Language.Say($"It must be between {range.Groups[1]} and {range.Groups[2]}.", $"Phải từ {range.Groups[1]} đến {range.Groups[2]}."),
        _ when FrameworkPhrase().IsMatch(message) => Invalid,
        _ => message,
    };

    [GeneratedRegex("^The .* field is required\\.$")]
    private static partial Regex RequiredPhrase();

    [GeneratedRegex("^The field .* must be .*(?:between|minimum length of) '?([-0-9.]+)'? and .*?'?([-0-9.]+)'?\\.$")]
    private static partial Regex Between();

    [GeneratedRegex("^The .*field ")]
    private static partial Regex FrameworkPhrase();
}
