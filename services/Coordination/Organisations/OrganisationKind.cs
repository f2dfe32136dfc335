namespace Ecosystem.Coordination;

/// <summary>The seven organisations of every unit: state and Front, and the five under the Front (Law 97/2025/QH15).</summary>
/// <param name="Code">The last part of an organisation's code.</param>
/// <param name="AtProvince">How the name begins at province level.</param>
/// <param name="AtCommune">How the name begins at commune level.</param>
public sealed record OrganisationKind(string Code, string AtProvince, string AtCommune)
{
    public static readonly IReadOnlyList<OrganisationKind> All =
    [
        new("UBND", "Ủy ban nhân dân", "Ủy ban nhân dân"),
        new("MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        new("CD", "Liên đoàn Lao động", "Công đoàn"),
        new("ND", "Hội Nông dân", "Hội Nông dân"),
        new("PN", "Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ"),
        new("TN", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
        new("CCB", "Hội Cựu chiến binh", "Hội Cựu chiến binh"),
    ];

    /// <summary>The type of the unit follows in small letters, e.g. Hội Nông dân phường Cửa Nam.</summary>
    public string NameFor(UnitName unit, bool isProvince) =>
        $"{(isProvince ? AtProvince : AtCommune)} {char.ToLowerInvariant(unit.Full[0])}{unit.Full[1..]}";
}
