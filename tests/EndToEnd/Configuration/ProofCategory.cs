namespace Ecosystem.EndToEnd.Configuration;

/// <summary>Categories of tests' own that ask for proof.</summary>
internal static class ProofCategory
{
    /// <summary>Asks for this proof; both processes know it.</summary>
    public static async Task<string> Make(City city, params string[] proof)
    {
        var code = $"proof-{Guid.NewGuid():N}"[..20];
        (await (await city.Official("01.UBND", "coordinator")).Put($"/v1/categories/{code}", new { decision = "20/QĐ", definition = new { vietnamese = "Đèn thử nghiệm", english = "Trial lamps", parent = "lighting", proof } })).Is(200);
        var anyone = await city.Citizen();
        await Eventually.Holds(async () => (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => anyone.Get("/v1/categories")))).All(list => list.Text.Contains(code, StringComparison.Ordinal)), "the category in every process");
        return code;
    }

    /// <summary>A report about it, once each process takes one.</summary>
    public static async Task<string> Reported(Api citizen, string category)
    {
        Answer? made = null;
        await Eventually.Holds(async () => (made = await citizen.Post("/v1/reports", new { category, text = "Đèn đường trước nhà hỏng đã ba ngày.", commune = City.CuaNam })).Status == 201, "reports about it");
        return made!.Id;
    }
}
