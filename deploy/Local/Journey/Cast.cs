using System.Diagnostics;

namespace Ecosystem.Local;

/// <summary>Who takes part: each with a token of their own, at the gateway.</summary>
/// <param name="Run">Marks what belongs to this run.</param>
/// <param name="City">A leader of the city's Front committee.</param>
/// <param name="Ward">A leader of the Front committee of the ward of Cửa Nam.</param>
/// <param name="Neighbour">A leader of another ward's Front committee.</param>
/// <param name="WardOffice">An officer of the People's Committee of Cửa Nam.</param>
/// <param name="Passerby">Whoever reads what is open to everybody.</param>
/// <param name="Anybody">Without a token.</param>
internal sealed record Cast(
    string Run, Client Importer, Client City, Client Ward, Client Neighbour, Client WardOffice, Client Reporter, Client Passerby, Client Anybody, IReadOnlyList<Client> Residents, CancellationToken Ct)
{
    public const string CityCode = "01.MTTQ", WardCode = "01.00082.MTTQ", WardOfficeCode = "01.00082.UBND", NeighbourCode = "01.00070.MTTQ", Commune = "00082";

    public string DirectiveTitle => $"Ra quân 45 ngày đêm chuyển đổi số ({Run})";

    public string CampaignName => $"45 ngày đêm ({Run})";

    public string ReporterMail => $"cu-dan-{Run}@thu.example";

    /// <summary>The trace of the report, named by its sender.</summary>
    public ActivityTraceId ReportTrace { get; } = ActivityTraceId.CreateRandom();

    public static async Task<Cast> Of(Uri gateway, Tokens tokens, CancellationToken ct)
    {
        var run = $"{Guid.NewGuid():N}"[..6];
        Client With(string token) => new(gateway, token, ct);
        async Task<Client> Leader(string organisation) => With(await tokens.Official($"lanh-dao-{organisation}", organisation, ["leader"], ct));
        async Task<Client> Citizen(string name) => With(await tokens.Citizen($"{name}-{run}", ct: ct));
        return new Cast(run,
            With(await tokens.System("data-loader", ["organisations.manage", "organisations.read"], ct)),
            await Leader(CityCode), await Leader(WardCode), await Leader(NeighbourCode),
            With(await tokens.Official("can-bo-cua-nam", WardOfficeCode, ["officer"], ct)),
            await Citizen("nguoi-phan-anh"), new Client(gateway, await tokens.Anyone(ct), ct), new Client(gateway, ct: ct),
            await Task.WhenAll(Enumerable.Range(1, 5).Select(number => Citizen($"cu-dan-{number}"))), ct);
    }
}
