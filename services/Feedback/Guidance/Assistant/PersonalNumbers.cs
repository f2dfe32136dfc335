using System.Text.RegularExpressions;

namespace Ecosystem.Feedback.Guidance;

/// <summary>Takes out of a question what would name a person: telephone, identity and account numbers, mail addresses.</summary>
public static partial class PersonalNumbers
{
    public const string Mask = "[đã che]";

    public static string Masked(string text) => Number().Replace(Mail().Replace(text, Mask), Mask);

    /// <summary>Nine digits and more, also with separators: old and new identity numbers, telephones, social insurance, accounts.</summary>
    [GeneratedRegex(@"\+?\d(?:[ .()\-\u00A0]{0,2}\d){8,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Mail();
}
