namespace Ecosystem.EndToEnd.Sandbox;

/// <summary>A partner of the town with two secrets: for live calls, and for the sandbox.</summary>
internal sealed class SandboxPartner
{
    private readonly Api operators;
    private readonly Uri gateway;
    private readonly string address;

    private SandboxPartner(Api operators, Uri gateway, Answer registered) =>
        (this.operators, this.gateway, address, Path) = (operators, gateway, registered.Headers["Location"], registered["clientId"].GetValue<string>());

    public string Path { get; }

    public Answer Live { get; private set; } = null!;

    public Answer Sandbox { get; private set; } = null!;

    public static async Task<SandboxPartner> Registered(SandboxTown town)
    {
        var operators = await town.Operator();
        await Eventually.Holds(async () => (await operators.Get("/v1/partners")).Status == 200, "The gateway has its tables");
        var registered = (await operators.Post("/v1/partners", PartnerTests.Registration(PartnerTests.NewPath(), "feedback.submit", "feedback.read", "calls.read"))).Is(201);
        var partner = new SandboxPartner(operators, town.Gateway, registered);
        partner.Live = (await operators.Post($"{partner.address}/credentials", new { })).Is(200);
        partner.Sandbox = (await operators.Post($"{partner.address}/credentials", new { sandbox = true })).Is(200);
        return partner;
    }

    public async Task Revoke(Answer credential) => (await operators.Send(HttpMethod.Delete, $"{address}/credentials/{credential["credential"]}", null, [])).Is(200);

    public async Task<Answer> Ask(Answer credential) => await new Api(gateway, null, Path).Send(
        HttpMethod.Post, "/oauth2/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = Path, ["client_secret"] = $"{credential["secret"]}" }), []);

    public async Task<string> Token(Answer credential) => (await Ask(credential)).Is(200)["access_token"].GetValue<string>();

    public async Task<Api> Call(Answer credential) => new(gateway, await Token(credential), Path);
}
