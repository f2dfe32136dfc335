using Ecosystem.Coordination;

namespace Ecosystem.UnitTests.Coordination;

public class NameRankTests
{
    [Fact]
    public void The_typed_accents_come_first_then_the_same_letters()
    {
        string[] names = ["Cẩm Giang", "Cẩm Giàng", "Cẩm Giàng Tây", "Bắc Cẩm Giàng", "Giàng Cẩm"];

        Assert.Equal(["Cẩm Giàng", "Cẩm Giàng Tây", "Bắc Cẩm Giàng", "Cẩm Giang", "Giàng Cẩm"], Ranked("cẩm giàng", names));
    }

    [Fact]
    public void Without_accents_the_whole_name_comes_before_its_parts() =>
        Assert.Equal(["Cửa Nam", "Cửa Nam Giang", "Phường Cửa Nam", "Nam Cửa Việt"], Ranked("cua nam", "Nam Cửa Việt", "Phường Cửa Nam", "Cửa Nam Giang", "Cửa Nam"));

    [Fact]
    public void The_place_of_the_tone_does_not_matter() => Assert.Equal(0, new NameRank("yên hoà").Of(["Yên Hòa"]));

    [Fact]
    public void The_best_of_several_names_counts() => Assert.Equal(3, new NameRank("cua nam").Of(["Cửa Nam", "Hội Nông dân phường Cửa Nam"]));

    private static IEnumerable<string> Ranked(string query, params string[] names) => names.OrderBy(name => new NameRank(query).Of([name]));
}
