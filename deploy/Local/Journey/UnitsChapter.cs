using System.Net;

namespace Ecosystem.Local;

internal static class UnitsChapter
{
    private const int Provinces = 34, Communes = 3321;

    public static async Task Play(Stage stage, Cast cast)
    {
        await stage.Step("Load the country's administrative units", () => Import(cast), Told);
        await stage.Step("Load them again: nothing changes", () => Import(cast), counts =>
        {
            Check.That(counts.Number("added") == 0, $"{counts.Number("added")} were added again");
            return $"{counts.Number("unchanged")} unchanged";
        });
        await stage.Step("Find \"cua nam\" without accents", () => cast.City.Get("v1/organisations?q=cua%20nam"), found => First(found, "Cửa Nam"));
        await stage.Step("List what is directly below the city's committee", () => cast.City.Get("v1/organisations?parent=01.MTTQ&limit=200"), list =>
            $"{list.Expect(HttpStatusCode.OK).Items.GetArrayLength()} organisations");
        await stage.Step("Read the ward's committee by its code", () => cast.City.Get($"v1/organisations/{Cast.WardCode}"), one =>
            one.Expect(HttpStatusCode.OK).Text("name"));
        await stage.Step("Without a token nothing is read", () => cast.Anybody.Get($"v1/organisations/{Cast.WardCode}"), refused =>
            $"refused with {(int)refused.Expect(HttpStatusCode.Unauthorized).Status}");
    }

    private static async Task<Reply> Import(Cast cast)
    {
        var units = await File.ReadAllBytesAsync(Repository.File("services", "Coordination", "Data", "administrative-units.csv"), cast.Ct);
        using var body = new ByteArrayContent(units);
        body.Headers.ContentType = new("text/csv") { CharSet = "utf-8" };
        var counts = (await cast.Importer.Post("v1/administrative-units/imports?validFrom=2026-04-30", body)).Expect(HttpStatusCode.OK);
        Check.That((counts.Number("provinces"), counts.Number("communes")) == (Provinces, Communes), $"there should be {Provinces} provinces and {Communes} communes: {counts.Body}");
        return counts;
    }

    private static string Told(Reply counts) =>
        $"{counts.Number("provinces")} provinces, {counts.Number("communes")} communes, {counts.Number("organisations")} organisations; {counts.Number("added")} new, {counts.Number("unchanged")} unchanged";

    private static string First(Reply found, string name)
    {
        var first = found.Expect(HttpStatusCode.OK).Items[0].GetProperty("name").GetString()!;
        Check.That(first.EndsWith(name, StringComparison.Ordinal), $"the first is {first}");
        return first;
    }
}
