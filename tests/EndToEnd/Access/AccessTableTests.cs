using System.Text;

namespace Ecosystem.EndToEnd.Access;

/// <summary>
/// The first table of docs/access.md says for every operation which kinds of callers get past authentication, scope and kind; asked for real, at the
/// gateway and at the service itself. A new operation has no row there, and a changed one another: both fail until somebody has looked.
/// </summary>
public sealed class AccessTableTests(City city)
{
    [Fact]
    public async Task Every_operation_lets_in_whom_the_table_names_and_nobody_else()
    {
        var (atGateway, direct) = (await Table(direct: false), await Table(direct: true));

        Assert.Equal(atGateway, direct);
        await AccessPage.Is("Kinds of callers", atGateway);
    }

    private async Task<string> Table(bool direct)
    {
        var callers = await Callers();
        var text = new StringBuilder(
            "Made by the test that asks (`AccessTableTests`, with `UPDATE_DOCS=1`). \"yes\": the caller gets past authentication, scope and kind of caller; whose\n" +
            "things it then sees or changes is the second table's, and an unknown thing is not found. Systems have every scope that a partner can have.\n\n");
        text.Append($"| operation | {string.Join(" | ", callers.Select(caller => caller.Name))} |\n|---|{string.Concat(callers.Select(_ => "---|"))}\n");
        foreach (var service in AccessTests.Services)
            foreach (var (method, path) in await AccessTests.Operations(city, service))
                text.Append($"| {method} {path} | {string.Join(" | ", await Answers(service, method, path, callers, direct))} |\n");
        return text.ToString();
    }

    private async Task<string[]> Answers(string service, string method, string path, (string Name, string? Token)[] callers, bool direct) =>
        await Task.WhenAll(callers.Select(async caller =>
        {
            var api = new Api(direct ? city.Processes.Of(service).Address : city.Processes.Gateway, caller.Token, caller.Name);
            return path.EndsWith("/live", StringComparison.Ordinal) ? await Opens(api, path) : (await api.Send(new HttpMethod(method), AccessTests.Concrete(path), null, [])).Status is 401 or 403 ? "" : "yes";
        }));

    private static async Task<string> Opens(Api api, string path) => await api.StatusOf(path) is 401 or 403 ? "" : "yes";

    private async Task<(string Name, string? Token)[]> Callers()
    {
        var tokens = city.Processes.Tokens;
        async Task<string?> Official(string role, string organisation) => await tokens.Official($"access-{role}", organisation, [role]);
        return
        [
            ("nobody", null),
            ("citizen level 1", await tokens.Citizen("access-1", assurance: 1)),
            ("citizen level 2", await tokens.Citizen("access-2")),
            ("officer", await Official("officer", City.Committee)),
            ("leader", await Official("leader", City.Committee)),
            ("coordinator", await Official("coordinator", "01.UBND")),
            ("hotline", await Official("hotline", "01.UBND")),
            ("editor", await Official("editor", "01.UBND")),
            ("operator", await Official("operator", "01.UBND")),
            ("auditor", await Official("auditor", "01.UBND")),
            ("system without scopes", await tokens.System("access-none", [])),
            ("system", await tokens.System("access-all", [.. ServiceDefaults.Roles.OfPartners])),
        ];
    }
}
