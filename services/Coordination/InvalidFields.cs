using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>Faults that only this service can find, in the form of all validation: every wrong field at once.</summary>
public sealed record InvalidFields(IReadOnlyDictionary<string, string[]> Errors) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Answer(RequestProblems.ValidationFailed, ("errors", Errors));
}
