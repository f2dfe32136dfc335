using Ecosystem.Coordination;

namespace Ecosystem.UnitTests.Coordination;

public class ImportUnitsTests
{
    private static readonly DateOnly Day = new(2026, 4, 30);
    private static readonly UnitLine CuaNam = new(2, "00082", "Cửa Nam", UnitType.Ward, "01");
    private static readonly UnitRegistered Registered = new("00082", "Cửa Nam", UnitType.Ward, "01", Day, Given.Now);

    [Fact]
    public void A_new_unit_is_registered_with_its_day() => Assert.Equal([Registered], Import(CuaNam, Day));

    [Fact]
    public void A_province_belongs_to_no_province() =>
        Assert.Equal([new UnitRegistered("01", "Hà Nội", UnitType.Municipality, null, Day, Given.Now)], Import(new(2, "01", "Hà Nội", UnitType.Municipality, ""), Day));

    [Fact]
    public void The_same_list_again_changes_nothing() => Assert.Empty(Import(CuaNam, Day.AddYears(1), Registered));

    [Fact]
    public void Another_name_or_type_in_a_later_list_is_a_new_fact()
    {
        Assert.Equal([new UnitRenamed("Cửa Bắc", UnitType.Ward, Day.AddDays(1), Given.Now)], Import(CuaNam with { Name = "Cửa Bắc" }, Day.AddDays(1), Registered));
        Assert.Equal([new UnitRenamed("Cửa Nam", UnitType.Commune, Day.AddDays(1), Given.Now)], Import(CuaNam with { Type = UnitType.Commune }, Day.AddDays(1), Registered));
    }

    [Fact]
    public void An_older_list_tells_nothing_new() => Assert.Empty(Import(CuaNam with { Name = "Cửa Bắc" }, Day, Registered));

    [Fact]
    public void Readers_see_former_names_with_their_days()
    {
        var unit = Unit.Fold(Unit.Fold(null, Guid.Empty, Registered), Guid.Empty, new UnitRenamed("Cửa Bắc", UnitType.Ward, Day.AddYears(1), Given.Now))!;

        Assert.Equal(("Phường Cửa Bắc", Day.AddYears(1)), (unit.Shown.FullName, unit.Shown.ValidFrom));
        Assert.Equal([new FormerName("Phường Cửa Nam", Day, Day.AddYears(1))], unit.Shown.FormerNames);
        Assert.Contains("cua nam", unit.Search, StringComparison.Ordinal);
    }

    private static UnitEvent[] Import(UnitLine line, DateOnly validFrom, params UnitEvent[] before) =>
        ImportUnits.Decide(line, validFrom, before.Aggregate(AdministrativeUnit.New(Guid.Empty), AdministrativeUnit.Evolve), Given.Now);
}
