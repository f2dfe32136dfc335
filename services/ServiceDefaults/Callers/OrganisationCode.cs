using System.Text.RegularExpressions;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// Codes of organisations are paths, so that who stands above whom can be read from them without asking anyone:
/// <c>01.MTTQ</c> at province level, <c>01.00082.MTTQ</c> at commune level. UBND is the People's Committee, MTTQ the
/// Fatherland Front committee; CD, ND, PN, TN and CCB are the five organisations under the Front.
/// </summary>
public static partial class OrganisationCode
{
    private const string Committee = "UBND", Front = "MTTQ";

    public static bool IsValid(string? code) => code is not null && Form().IsMatch(code);

    /// <summary>True when <paramref name="above"/> is the organisation of <paramref name="code"/> or stands above it.</summary>
    public static bool Covers(string above, string code)
    {
        if (Read(above) is not { } a || Read(code) is not { } c)
            return false;
        return a == c || (a.Province == c.Province && (IsAtProvinceFor(a, c) || IsFrontOf(a, c)));
    }

    /// <summary>The organisation directly above, or null at the top.</summary>
    public static string? Parent(string code) => Read(code) switch
    {
        { Commune: not null, Kind: Committee } own => $"{own.Province}.{Committee}",
        { Commune: not null, Kind: Front } own => $"{own.Province}.{Front}",
        { Commune: { } commune } own => $"{own.Province}.{commune}.{Front}",
        { Kind: not (Committee or Front) } own => $"{own.Province}.{Front}",
        _ => null,
    };

    private static bool IsAtProvinceFor(Parts above, Parts code) => above.Commune is null && above.Kind == code.Kind && code.Commune is not null;

    private static bool IsFrontOf(Parts above, Parts code) =>
        above.Kind == Front && code.Kind is not (Committee or Front) && (above.Commune is null || above.Commune == code.Commune);

    private static Parts? Read(string code) => IsValid(code) && code.Split('.') is var parts
        ? new Parts(parts[0], parts.Length == 3 ? parts[1] : null, parts[^1])
        : null;

    private sealed record Parts(string Province, string? Commune, string Kind);

    [GeneratedRegex(@"\A[0-9]{2}(\.[0-9]{5})?\.(UBND|MTTQ|CD|ND|PN|TN|CCB)\z")]
    private static partial Regex Form();
}
