using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd;

/// <summary>What passed the gateways: logged once, provable, explained, and without what citizens wrote.</summary>
public sealed class CallLogTests(City city)
{
    private static readonly string Verifier = Repository.File("deploy", "verify-proof.mjs");

    [Fact]
    public async Task A_partner_proves_what_it_asked_and_what_was_answered()
    {
        var partner = await city.System("calls.read", "organisations.read");
        var answer = (await partner.Get("/v1/organisations?q=cua%20nam", ("X-User-Id", "user-7"), ("X-Issue", "31/2026/HS-1"))).Is(200);
        var message = answer.Headers["X-Message-Id"];

        var proof = await Proof(partner, message);
        var entry = JsonNode.Parse(proof["entry"]!.GetValue<string>())!;

        Assert.Equal(("city-app", "user-7", "coordination"), ($"{entry["client"]}", $"{entry["behalf"]!["user"]}", $"{entry["service"]}"));
        Assert.Equal(Digest($"GET /v1/organisations?q=cua%20nam\n"), $"{entry["requestHash"]}");
        Assert.Equal(Digest(answer.Text), $"{entry["responseHash"]}");
        Assert.Equal(0, await Verify(proof));
    }

    [Theory]
    [InlineData("entry")]
    [InlineData("leaves")]
    [InlineData("previous")]
    [InlineData("signature")]
    public async Task A_proof_that_was_tampered_with_is_none(string member)
    {
        var partner = await city.System("calls.read", "organisations.read");
        var proof = await Proof(partner, (await partner.Get("/v1/organisations")).Is(200).Headers["X-Message-Id"]);
        proof[member] = member == "entry" ? proof[member]!.GetValue<string>().Replace("200", "403", StringComparison.Ordinal) : Flipped(proof[member]!.GetValue<string>());

        Assert.Equal(1, await Verify(proof));
    }

    [Fact]
    public async Task The_chain_has_no_gap_and_every_call_is_in_its_batch()
    {
        var citizen = await city.Citizen();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => citizen.Get("/v1/inbox")));
        var last = (await citizen.Get("/v1/inbox")).Headers["X-Message-Id"];
        await Eventually.Holds(async () => await city.Count("gateway", "select count(*) from calls where id = $1", Guid.Parse(last)) == 1, "the last call is logged");

        Assert.Equal(0, await city.Count("gateway", "select count(*) from call_batches b where number > 1 and not exists (select from call_batches p where p.number = b.number - 1 and p.head = b.previous)"));
        Assert.Equal(0, await city.Count("gateway", "select count(*) from calls c join call_batches b on b.number = c.batch where substr(b.leaves, (c.place - 1) * 32 + 1, 32) <> sha256(convert_to(c.entry, 'UTF8'))"));
        Assert.Equal(0, await city.Count("gateway", "select count(*) from call_batches b where length(leaves) <> 32 * (select count(*) from calls where batch = b.number)"));
    }

    [Fact]
    public async Task An_auditor_learns_why_a_call_was_refused()
    {
        var auditor = await Auditor();
        var refused = (await (await city.System("calls.read")).Post("/v1/reports", Bodies.Report())).Is(403);
        var unknown = (await city.Anyone().Get("/v1/inbox")).Is(401);

        var decision = (await Explained(auditor, $"{refused["traceId"]}"))["items"]![0]!;
        var nobody = (await Explained(auditor, $"{unknown["traceId"]}"))["items"]![0]!;

        Assert.Equal(("city-app", false, "missing-scope", "feedback.submit", "calls.read"),
            ($"{decision["client"]}", decision["allowed"]!.GetValue<bool>(), $"{decision["rule"]}", $"{decision["missing"]}", $"{decision["held"]![0]}"));
        Assert.Equal(("anonymous", "unauthenticated"), ($"{nobody["kind"]}", $"{nobody["rule"]}"));
        (await auditor.Get($"/v1/access/decisions/{new string('0', 32)}")).Is(404);
    }

    [Fact]
    public async Task Where_a_thing_is_another_units_the_auditor_learns_so_and_the_caller_does_not()
    {
        var directive = (await (await city.Official("01.MTTQ")).Post("/v1/directives", Bodies.Directive(City.Front))).Is(201).Id;
        var stranger = await city.Official("01.00070.MTTQ");

        var (foreign, unknown) = (await stranger.Get($"/v1/directives/{directive}"), await stranger.Get($"/v1/directives/{Guid.NewGuid()}"));

        Assert.Equal(("not-found", "not-found"), (foreign.Is(404).ProblemType, unknown.Is(404).ProblemType));
        Assert.Equal(unknown.Headers.Keys.Order(), foreign.Headers.Keys.Order());
        var (of, other) = ((await Explained(await Auditor(), $"{foreign["traceId"]}"))["items"]![0]!, (await Explained(await Auditor(), $"{unknown["traceId"]}"))["items"]![0]!);
        Assert.Equal((false, "unit"), (of["allowed"]!.GetValue<bool>(), $"{of["rule"]}"));
        Assert.Equal((true, "allowed"), (other["allowed"]!.GetValue<bool>(), $"{other["rule"]}"));
        Assert.DoesNotContain("unit", (await Proof(await Auditor(), foreign.Headers["X-Message-Id"]))["entry"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_sees_its_own_calls_only_and_how_it_uses_the_routes()
    {
        var partner = new Api(city.Processes.Gateway, await city.Processes.Tokens.System("tax-office", ["calls.read"]), "tax-office");
        var own = (await partner.Get("/v1/calls")).Is(200).Headers["X-Message-Id"];
        var foreign = (await (await city.System("organisations.read")).Get("/v1/organisations")).Is(200).Headers["X-Message-Id"];
        await Proof(await Auditor(), foreign);
        await Proof(partner, own);

        var seen = (await partner.Get("/v1/calls?client=city-app&limit=200")).Is(200)["items"].AsArray();
        var usage = (await partner.Get("/v1/calls/usage?days=1")).Is(200)["items"].AsArray();

        Assert.All(seen, call => Assert.Equal("tax-office", $"{call!["client"]}"));
        Assert.All(usage, one => Assert.Equal(("tax-office", "v1"), ($"{one!["client"]}", $"{one["version"]}")));
        Assert.Contains(usage, one => one!["route"]!.GetValue<string>().Contains("/v1/calls", StringComparison.Ordinal));
        (await partner.Get($"/v1/calls/{foreign}/proof")).Is(404);
        (await partner.Get("/v1/access/decisions/00")).Is(403);
    }

    [Theory]
    [InlineData("031088001234")]
    [InlineData("An(Nguyen)")]
    [InlineData("a b")]
    public async Task A_delegation_header_that_may_name_a_person_is_refused(string user)
    {
        var partner = await city.System("organisations.read");

        Assert.Equal("unfit-delegation", (await partner.Get("/v1/organisations", ("X-User-Id", user))).Is(400).ProblemType);
    }

    private Task<Api> Auditor() => city.Official("01.UBND", role: "auditor", subject: "auditor-1");

    private static async Task<JsonObject> Proof(Api by, string message)
    {
        Answer? answer = null;
        await Eventually.Holds(async () => (answer = await by.Get($"/v1/calls/{message}/proof")).Status == 200, "the call is logged");
        return answer!.Json.AsObject();
    }

    private static async Task<JsonNode> Explained(Api auditor, string trace)
    {
        Answer? answer = null;
        await Eventually.Holds(async () => (answer = await auditor.Get($"/v1/access/decisions/{trace}")).Status == 200, "the decision is logged");
        return answer!.Json;
    }

    private static async Task<int> Verify(JsonObject proof)
    {
        var file = Path.Combine(Path.GetTempPath(), $"proof-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, proof.ToJsonString());
        var (status, _) = await new Command("node", Verifier, file).Try(default);
        File.Delete(file);
        return status;
    }

    private static string Flipped(string bytes)
    {
        var flipped = Convert.FromBase64String(bytes);
        flipped[^1] ^= 1;
        return Convert.ToBase64String(flipped);
    }

    private static string Digest(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
