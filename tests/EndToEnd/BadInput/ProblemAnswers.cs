namespace Ecosystem.EndToEnd.BadInput;

/// <summary>The one form that every refusal has.</summary>
internal static class ProblemAnswers
{
    public static Answer IsProblem(this Answer answer, int status, string type, string language = "vi")
    {
        answer.Is(status);
        Assert.StartsWith("application/problem+json", answer.Headers.GetValueOrDefault("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(type, answer.ProblemType);
        Assert.Equal(status, answer["status"].GetValue<int>());
        Assert.NotEmpty(answer["title"].GetValue<string>());
        Assert.Matches("^[0-9a-f]{32}$", answer["traceId"].GetValue<string>());
        Assert.Contains(answer["failedAt"].GetValue<string>(), status < 500 ? ["client"] : new[] { "gateway", "service" });
        Assert.Equal(language, answer.Headers["Content-Language"]);
        return answer;
    }

    /// <summary>Asserts that exactly these fields are told to be wrong, each with a reason.</summary>
    public static void IsAbout(this Answer answer, params string[] fields)
    {
        var errors = answer.IsProblem(400, "validation-failed")["errors"].AsObject();
        Assert.Equal(fields.Order(StringComparer.Ordinal), errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.All(error.Value!.AsArray(), reason => Assert.NotEmpty(reason!.GetValue<string>())));
    }
}
