using System.Collections.Immutable;

namespace Ecosystem.Coordination;

/// <summary>The provinces whose organisations work in this ecosystem; ECOSYSTEM_PROVINCES, default Ha Noi, Bac Ninh and Hai Phong.</summary>
public sealed record EcosystemProvinces(ImmutableHashSet<string> Codes)
{
    /// <exception cref="InvalidOperationException">A code has not two digits.</exception>
    public static EcosystemProvinces From(IConfiguration configuration)
    {
        var codes = (configuration["ECOSYSTEM_PROVINCES"] ?? "01,24,31").Split(',', StringSplitOptions.TrimEntries);
        return Array.TrueForAll(codes, code => code is [>= '0' and <= '9', >= '0' and <= '9'])
            ? new([.. codes])
            : throw new InvalidOperationException("ECOSYSTEM_PROVINCES must be codes of two digits with commas between them, e.g. 01,24,31.");
    }

    public bool Include(UnitLine line) => Codes.Contains(line.IsProvince ? line.Code : line.Province);
}
