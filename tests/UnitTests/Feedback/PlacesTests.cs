using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class PlacesTests
{
    private static readonly Catalogue Categories = CategoryPlan.New(CategoryPlan.Id).At(Now);

    [Theory]
    [InlineData("105.8,21.0,105.9,21.1", true)]
    [InlineData("-180,-90,180,90", true)]
    [InlineData("105.9,21.0,105.8,21.1", false)]
    [InlineData("105.8,21.1,105.9,21.0", false)]
    [InlineData("105.8,21.0,105.9", false)]
    [InlineData("105.8,21.0,105.9,21.1,5", false)]
    [InlineData("105.8,21.0,190,21.1", false)]
    [InlineData("a,b,c,d", false)]
    [InlineData("NaN,0,1,1", false)]
    [InlineData("", false)]
    public void A_box_is_west_south_east_north(string text, bool isOne) => Assert.Equal(isOne, Box.TryParse(text, null, out _));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(21, 50)]
    [InlineData(21, 20_000)]
    public void The_box_around_a_circle_holds_it_and_little_more(double latitude, double metres)
    {
        var box = Box.Around(latitude, 105, metres);

        Assert.InRange(Distance.Metres(new(latitude, 105), new(box.North, 105)), metres * 0.99, metres * 1.01);
        Assert.InRange(Distance.Metres(new(latitude, 105), new(latitude, box.East)), metres * 0.99, metres * 1.01);
    }

    [Fact]
    public void Distances_are_those_of_the_map()
    {
        Assert.InRange(Distance.Metres(new(21.0285, 105.8542), new(20.8449, 106.6881)), 88_000, 90_000);
        Assert.Equal(0, Distance.Metres(new(21, 105), new(21, 105)));
    }

    [Theory]
    [InlineData("01.00082.UBND", 21.0285, 105.8542, true)]
    [InlineData("31.UBND", 20.1333, 107.7333, true)]
    [InlineData("31.UBND", 20.8449, 106.6881, true)]
    [InlineData("01.00082.UBND", 20.8449, 106.6881, false)]
    [InlineData("31.UBND", 21.0285, 105.8542, false)]
    [InlineData("79.UBND", 10.77, 106.7, true)]
    public void A_report_lies_in_the_province_of_its_unit(string unit, double latitude, double longitude, bool isThere)
    {
        object[] Required()
        {
            Provinces.Require(unit, new(latitude, longitude));
            return [];
        }

        if (isThere) Assert.Empty(Required());
        else Assert.Equal(PlaceProblems.OutsideTheProvince, ProblemOf(Required));
        Provinces.Require(unit, null);
    }

    [Fact]
    public void No_filter_lets_a_sensitive_category_through()
    {
        foreach (var filter in new[] { new PublicFilter(), new(Category: "traffic"), new(Category: "relief-funds"), new(Category: "dragons") })
        {
            var codes = (string[])filter.Sql(Categories).Values[0];

            Assert.DoesNotContain(codes, code => Categories.Find(code)!.Definition.Sensitive);
            Assert.Equal(filter.Category is null or "traffic", codes.Length > 0);
        }
    }

    [Fact]
    public void Days_of_a_filter_are_those_of_Viet_Nam()
    {
        var values = new PublicFilter(From: new(2026, 11, 22), To: new(2026, 11, 22)).Sql(Categories).Values;

        Assert.Equal(["2026-11-21T17:00:00", "2026-11-22T17:00:00"], values[1..]);
    }

    [Fact]
    public void What_everybody_sees_has_no_words_and_nobodys_name()
    {
        var shown = System.Text.Json.JsonSerializer.Serialize(PublicReport.Of(new Row<ReportRow>(Guid.Empty, 1, 1, new("7Q2M", Reporter.Id, "lighting", "00082", Words, Now) { Unit = Unit }), Categories));

        Assert.Contains("7Q2M", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Reporter.Id, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Cipher, shown, StringComparison.Ordinal);
    }
}
