using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// What is wrong with a request that could not even be read. Names the member or parameter where the framework tells
/// it, and never repeats a value: it may be somebody's personal data.
/// </summary>
internal static partial class BindingProblems
{
    public static Task Answer(HttpContext http, BadHttpRequestException bad) => (bad.StatusCode, bad.InnerException) switch
    {
        (StatusCodes.Status400BadRequest, JsonException json) => Answer(http, json),
        (StatusCodes.Status400BadRequest, _) => AnswerParameter(http, bad.Message),
        _ => http.Answer(RequestProblems.Of(bad.StatusCode) ?? RequestProblems.MalformedRequest),
    };

    private static Task Answer(HttpContext http, JsonException json)
    {
        var path = json.Path ?? "$";
        if (MissingMembers().Match(json.Message) is { Success: true } missing)
            return Answer(http, Quoted().Matches(missing.Groups[1].Value).Select(name => Below(path, name.Groups[1].Value)), ValidationTexts.Required);
        var isMember = path.Length is > 2 and <= 200 && MemberPath().IsMatch(path);
        return isMember ? Answer(http, [path[2..]], ValidationTexts.WrongMember(json.Message)) : http.Answer(RequestProblems.MalformedBody);
    }

    private static Task AnswerParameter(HttpContext http, string message)
    {
        if (Unreadable().Match(message) is { Success: true } unreadable)
            return Answer(http, [Named(unreadable)], ValidationTexts.Unreadable);
        if (Absent().Match(message) is { Success: true } absent)
            return Answer(http, [Named(absent)], ValidationTexts.Required);
        return http.Answer(message.Contains("body", StringComparison.OrdinalIgnoreCase) ? RequestProblems.MalformedBody : RequestProblems.MalformedRequest);
    }

    private static Task Answer(HttpContext http, IEnumerable<string> members, string text) =>
        http.Answer(RequestProblems.ValidationFailed, ("errors", members.ToDictionary(member => member, _ => new[] { text })));

    private static string Named(Match parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups[1].Value);

    private static string Below(string path, string name) => path.Length > 2 && MemberPath().IsMatch(path) ? $"{path[2..]}.{name}" : name;

    // The framework has no other way to tell these than its English messages; a message that changes costs only detail.
    [GeneratedRegex("missing required properties including: (.*)")]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'([A-Za-z0-9_]+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("""^Failed to bind parameter ".*?([A-Za-z0-9_]+)" from """)]
    private static partial Regex Unreadable();

    [GeneratedRegex("""^Required parameter ".*?([A-Za-z0-9_]+)" was not provided from (query string|route|header)""")]
    private static partial Regex Absent();

    [GeneratedRegex(@"^\$\.[A-Za-z0-9_.\[\]]+$")]
    private static partial Regex MemberPath();
}
