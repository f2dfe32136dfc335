using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// What is wrong with a request that could not even be read. Names the parameter where the framework tells it, and never
/// repeats a value: it may be somebody's personal data. JSON bodies are told of by <see cref="UnreadableBodies"/>.
/// </summary>
internal static partial class BindingProblems
{
    public static Task Answer(HttpContext http, BadHttpRequestException bad) => bad.StatusCode is StatusCodes.Status400BadRequest
        ? AnswerParameter(http, bad.Message)
        : http.Answer(RequestProblems.Of(bad.StatusCode) ?? RequestProblems.MalformedRequest);

    private static Task AnswerParameter(HttpContext http, string message)
    {
        if (Unreadable().Match(message) is { Success: true } unreadable)
            return Answer(http, unreadable, ValidationTexts.Unreadable);
        if (Absent().Match(message) is { Success: true } absent)
            return Answer(http, absent, ValidationTexts.Required);
        return http.Answer(message.Contains("body", StringComparison.OrdinalIgnoreCase) ? RequestProblems.MalformedBody : RequestProblems.MalformedRequest);
    }

    private static Task Answer(HttpContext http, Match parameter, string text) =>
        http.Answer(RequestProblems.ValidationFailed, ("errors", new Dictionary<string, string[]> { [JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups[1].Value)] = [text] }));

    // The framework has no other way to tell these than its English messages; a message that changes costs only detail.
    [GeneratedRegex("""^Failed to bind parameter ".*?([A-Za-z0-9_]+)" from """)]
    private static partial Regex Unreadable();

    [GeneratedRegex("""^Required parameter ".*?([A-Za-z0-9_]+)" was not provided from (query string|route|header)""")]
    private static partial Regex Absent();
}
