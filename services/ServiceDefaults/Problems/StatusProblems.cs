using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Ecosystem.ServiceDefaults;

/// <summary>Gives a body to what the framework answers with a bare status: 401, 403, 404, 405, 415, 429.</summary>
internal static class StatusProblems
{
    public static Task Answer(StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status403Forbidden && Caller.Of(http) is { } caller && Denial.Of(caller, http.GetEndpoint()) is { } denial)
            return http.Answer(denial.Problem, (denial.Name, denial.Value));
        return RequestProblems.Of(http.Response.StatusCode) is { } problem ? http.Answer(problem) : Task.CompletedTask;
    }
}
