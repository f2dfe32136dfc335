namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>Tokens with which a request gets past the door of an operation.</summary>
internal sealed record Callers(string Resident, string Operator, string System, string Coordinator, string[] Officials)
{
    private static readonly string[] AllScopes =
        ["feedback.submit", "feedback.read", "feedback.handle", "campaigns.enroll", "campaigns.read", "campaigns.manage", "campaigns.residents", "campaigns.visit", "inbox.read", "organisations.read", "organisations.manage", "directives.handle", "directives.issue", "operations", "feed.read", "webhooks.manage", "partners.manage", "calls.read", "audit.read",
         "feedback.coordinate", "feedback.analyse", "feedback.intake", "feedback.sense", "guidance.edit"];

    public static async Task<Callers> Of(City city, Scene scene)
    {
        var tokens = city.Processes.Tokens;
        return new(
            await tokens.Citizen(scene.Resident.Subject), await tokens.Official("fuzz-operator", "01.UBND", ["operator"]), await tokens.System("fuzz-system", AllScopes), await tokens.Official("fuzz-coordinator", "01.UBND", ["coordinator"]),
            [.. await Task.WhenAll(new[] { "01.MTTQ", City.Front, City.Committee }.Select(organisation => tokens.Official($"fuzz-{organisation}", organisation, ["leader"])))]);
    }

    public string For(Operation operation, Random random) => operation.Scope switch
    {
        _ when random.Next(30) == 0 => System,
        _ when operation.Path.StartsWith("/v1/partner-reports", StringComparison.Ordinal) => System,
        "feed.read" or "webhooks.manage" or "calls.read" or "audit.read" or "feedback.sense" => System,
        "feedback.coordinate" or "feedback.analyse" or "feedback.intake" or "guidance.edit" => Coordinator,
        "operations" or "organisations.manage" or "partners.manage" => Operator,
        "feedback.submit" or "campaigns.enroll" or null => Resident,
        "feedback.read" or "inbox.read" when random.Next(2) == 0 => Resident,
        _ => Officials[random.Next(Officials.Length)],
    };
}
