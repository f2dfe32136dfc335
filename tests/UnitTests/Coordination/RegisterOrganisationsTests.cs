using Ecosystem.Coordination;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Coordination;

public class RegisterOrganisationsTests
{
    private static readonly DateOnly Day = new(2026, 4, 30);
    private static readonly UnitLine CuaNam = new(2, "00082", "Cửa Nam", UnitType.Ward, "01");
    private static readonly UnitLine HaNoi = new(3, "01", "Hà Nội", UnitType.Municipality, "");

    [Fact]
    public void A_ward_has_seven_organisations_under_its_name() => Assert.Equal(
        [
            ("01.00082.UBND", "Ủy ban nhân dân phường Cửa Nam"),
            ("01.00082.MTTQ", "Ủy ban Mặt trận Tổ quốc Việt Nam phường Cửa Nam"),
            ("01.00082.CD", "Công đoàn phường Cửa Nam"),
            ("01.00082.ND", "Hội Nông dân phường Cửa Nam"),
            ("01.00082.PN", "Hội Liên hiệp Phụ nữ phường Cửa Nam"),
            ("01.00082.TN", "Đoàn Thanh niên Cộng sản Hồ Chí Minh phường Cửa Nam"),
            ("01.00082.CCB", "Hội Cựu chiến binh phường Cửa Nam"),
        ],
        RegisterOrganisations.Of(CuaNam).Select(derived => (derived.Code, derived.Name)));

    [Fact]
    public void A_city_has_seven_too_and_its_trade_union_is_a_federation()
    {
        var derived = RegisterOrganisations.Of(HaNoi).ToList();

        Assert.Equal(7, derived.Count);
        Assert.Contains(derived, organisation => organisation is { Code: "01.CD", Name: "Liên đoàn Lao động thành phố Hà Nội", Commune: null });
    }

    [Fact]
    public void All_derived_codes_are_valid_and_stand_below_their_parent() =>
        Assert.All(RegisterOrganisations.Of(CuaNam).Concat(RegisterOrganisations.Of(HaNoi)), derived =>
        {
            var registered = Assert.IsType<OrganisationRegistered>(Assert.Single(Register(derived, Day)));
            Assert.True(OrganisationCode.IsValid(registered.Code));
            Assert.True(registered.Parent is null || OrganisationCode.Covers(registered.Parent, registered.Code));
        });

    [Fact]
    public void A_known_organisation_is_not_registered_again_but_follows_its_unit_s_name()
    {
        var front = RegisterOrganisations.Of(CuaNam).ElementAt(1);
        var renamed = RegisterOrganisations.Of(CuaNam with { Name = "Cửa Bắc" }).ElementAt(1);

        Assert.Empty(Register(front, Day.AddYears(1), Register(front, Day)));
        Assert.Equal([new OrganisationRenamed(renamed.Name, "Cửa Bắc", Day.AddYears(1), Given.Now)], Register(renamed, Day.AddYears(1), Register(front, Day)));
    }

    private static OrganisationEvent[] Register(RegisterOrganisations.Derived derived, DateOnly validFrom, params OrganisationEvent[] before) =>
        RegisterOrganisations.Decide(derived, validFrom, before.Aggregate(Organisation.New(Guid.Empty), Organisation.Evolve), Given.Now);
}
