using Ecosystem.Feedback.Places;
using Ecosystem.Feedback.Reports;

namespace Ecosystem.UnitTests.Feedback;

public class PublicSpotTests
{
    [Theory]
    [InlineData(21.0285, 105.8542)]
    [InlineData(20.8449, 106.6881)]
    [InlineData(8.6446, 111.92)]
    public void A_blurred_spot_is_near_and_tells_how_far_off_it_may_be(double latitude, double longitude)
    {
        var blurred = PublicSpot.Blurred(new(latitude, longitude, 5));

        Assert.InRange(Math.Abs(blurred.Latitude - latitude), 0, 0.00101);
        Assert.InRange(Math.Abs(blurred.Longitude - longitude), 0, 0.00101);
        Assert.Equal(200, blurred.Accuracy);
        Assert.Equal(900, PublicSpot.Blurred(new(latitude, longitude, 900)).Accuracy);
    }

    [Fact]
    public void All_of_a_cell_are_the_same_spot_and_blurring_again_changes_nothing()
    {
        var spots = Enumerable.Range(1, 19).Select(n => PublicSpot.Blurred(new Spot(21.028 + n / 10_000.0, 105.854 + n / 10_000.0))).Distinct().ToList();

        Assert.Equal(new Spot(21.029, 105.855, 200), Assert.Single(spots));
        Assert.Equal(spots[0], PublicSpot.Blurred(spots[0]));
    }
}
