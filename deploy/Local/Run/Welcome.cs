namespace Ecosystem.Local;

/// <summary>What a newcomer needs to go on by hand: where things are, who to be, what to try.</summary>
internal static class Welcome
{
    private const string Report = """{"category":"trees","text":"Cây đổ chắn ngang phố Cửa Nam.","commune":"00082"}""";

    public static async Task Print(LocalEcosystem ecosystem, Workspace workspace, TextWriter output, CancellationToken ct)
    {
        var gateway = ecosystem.Gateway.ToString().TrimEnd('/');
        var (citizen, official, system) = await Callers(ecosystem.Tokens, ct);
        await output.WriteLineAsync($"""

            Gateway   {gateway}
            Traces    {ecosystem.TraceSink.Address}
            Mail      {ecosystem.Mail.Page}
            Logs      {workspace.Folder("logs")}

            A token for each kind of caller, good for 8 hours:
            CITIZEN={citizen}
            OFFICIAL={official}
            SYSTEM={system}

            Try, after pasting the three lines above:
            curl -H "Authorization: Bearer $OFFICIAL" '{gateway}/v1/organisations?q=cua%20nam'
            curl -H "Authorization: Bearer $CITIZEN" -H 'Content-Type: application/json' '{gateway}/v1/reports' -d '{Report}'
            curl -H "Authorization: Bearer $SYSTEM" '{gateway}/v1/operations/feedback'
            {await Sandbox(ecosystem, gateway, ct)}
            Ctrl-C stops everything.
            """);
    }

    /// <summary>Empty where there is no sandbox.</summary>
    private static async Task<string> Sandbox(LocalEcosystem ecosystem, string gateway, CancellationToken ct) => ecosystem.Sandbox.Count == 0 ? "" : $"""

        In the sandbox, among the simulated data:
        SANDBOX={await ecosystem.SandboxTokens.System("case-system", ["organisations.read", "feedback.read", "feedback.submit"], ct)}
        curl -i -H "Authorization: Bearer $SANDBOX" '{gateway}/v1/organisations?q=cua%20nam'

        """;

    private static async Task<(string Citizen, string Official, string System)> Callers(Tokens tokens, CancellationToken ct) => (
        await tokens.Citizen("resident-001", ct: ct),
        await tokens.Official("official-cua-nam", "01.00082.MTTQ", ["leader"], ct),
        await tokens.System("operations-console", ["operations", "organisations.read", "partners.manage"], ct));
}
