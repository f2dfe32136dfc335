using System.Text.RegularExpressions;
using Ecosystem.Local;

namespace Ecosystem.EndToEnd.Documents;

/// <summary>What the README tells a partner to type works as it is written.</summary>
public sealed partial class FirstCallTests(City city)
{
    [Fact]
    public async Task A_partners_first_call_takes_five_lines()
    {
        var lines = Script().Match(await File.ReadAllTextAsync(Repository.File("README.md"))).Groups[1].Value;
        Assert.Equal(5, lines.Trim().Split('\n').Length);

        var script = lines.Replace("http://127.0.0.1:27500", city.Processes.Gateway.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var answer = await new Command("bash", "-euc", script)
        {
            Environment = new Dictionary<string, string> { ["SYSTEM"] = await city.Processes.Tokens.System("operations-console", ["partners.manage"]) },
        }.Run(CancellationToken.None);

        Assert.Contains("\"trees\"", answer, StringComparison.Ordinal);
    }

    [GeneratedRegex("A partner's first call.*?```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
