using Ecosystem.Gateway.Documents;

namespace Ecosystem.UnitTests.Gateway;

public class RouteNoticeTests
{
    [Fact]
    public void A_route_says_when_it_was_deprecated_when_it_goes_and_where_to_read_more() => Assert.Equal(
        [new("Deprecation", "@1782864000"), new("Sunset", "Thu, 31 Dec 2026 17:00:00 GMT"), new("Link", "</docs>; rel=\"deprecation\"")],
        RouteNotice.Of(new Dictionary<string, string> { ["Deprecation"] = "2026-07-01", ["Sunset"] = "2027-01-01T00:00:00+07:00", ["Link"] = "/docs" })!.Headers);

    [Fact]
    public void A_route_says_only_what_is_known() =>
        Assert.Equal(["Deprecation"], RouteNotice.Of(new Dictionary<string, string> { ["Deprecation"] = "2026-07-01" })!.Headers.Select(header => header.Key));

    [Fact]
    public void A_route_that_stays_says_nothing()
    {
        Assert.Null(RouteNotice.Of(null));
        Assert.Null(RouteNotice.Of(new Dictionary<string, string> { ["Class"] = "export" }));
    }

    [Fact]
    public void A_time_that_is_none_is_not_passed_over() =>
        Assert.Throws<FormatException>(() => RouteNotice.Of(new Dictionary<string, string> { ["Sunset"] = "soon" }));
}
