using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.UnitTests.Feedback;

public class PlaceTests
{
    [Theory]
    [InlineData(21.0285, 105.8542, "Hà Nội")]
    [InlineData(20.1333, 107.7333, "Bạch Long Vĩ")]
    [InlineData(8.6446, 111.9200, "Trường Sa")]
    [InlineData(23.3930, 105.3230, "Lũng Cú")]
    public void Viet_Nam_lies_within_the_limits_islands_included(double latitude, double longitude, string name) =>
        Assert.True(Accepts(latitude, longitude), name);

    [Theory]
    [InlineData(105.8542, 21.0285)]
    [InlineData(0, 0)]
    [InlineData(35.68, 139.69)]
    [InlineData(double.NaN, 105)]
    public void The_rest_of_the_world_and_swapped_coordinates_do_not(double latitude, double longitude) => Assert.False(Accepts(latitude, longitude));

    [Fact]
    public void A_place_needs_both_coordinates_or_a_description()
    {
        Assert.Empty(Errors(new Place(21, 105)));
        Assert.Empty(Errors(new Place(Description: "Cổng chợ Hàng Da")));
        Assert.Equal(["Longitude"], Errors(new Place(21)).Single().MemberNames);
        Assert.Equal(["Description"], Errors(new Place()).Single().MemberNames);
    }

    private static bool Accepts(double latitude, double longitude) =>
        new LatitudeAttribute().IsValid(latitude) && new LongitudeAttribute().IsValid(longitude);

    private static IEnumerable<ValidationResult> Errors(Place place) => place.Validate(new(place));
}
