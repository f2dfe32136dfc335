using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Brings what the framework itself reports as a problem (validation of all fields at once, above all) into the one form.</summary>
internal sealed class ValidationProblems : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context) => new(context.ProblemDetails switch
    {
        HttpValidationProblemDetails invalid => context.HttpContext.Answer(RequestProblems.ValidationFailed, ("errors", Translated(invalid.Errors))),
        { Status: { } status } when RequestProblems.Of(status) is { } problem => context.HttpContext.Answer(problem),
        var other => context.HttpContext.Answer(other),
    });

    private static Dictionary<string, string[]> Translated(IDictionary<string, string[]> errors) =>
        errors.ToDictionary(error => MemberPath(error.Key), error => error.Value.Select(ValidationTexts.Translated).ToArray());

    /// <summary>The path as JSON has it, from the path as C# has it.</summary>
    public static string MemberPath(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
