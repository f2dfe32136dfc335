using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Feedback;

public class CategoryTests
{
    [Fact]
    public void The_nine_fields_of_1022_and_those_of_the_citys_statistics_are_there() => Assert.Superset(
        new HashSet<string>
        {
            "traffic", "water-drainage", "trees", "lighting", "electricity", "telecom", "public-transport", "environment", "urban-order",
            "administrative-procedures", "noise", "flooding", "construction", "food-safety", "health", "tourism",
        },
        Category.All.Select(category => category.Code).ToHashSet());

    [Fact]
    public void Every_category_is_complete() => Assert.All(Category.All, category =>
    {
        Assert.Matches(@"\A[a-z]+(-[a-z]+)*\z", category.Code);
        Assert.All([category.Vietnamese, category.English], name => Assert.True(name.Trim().Length > 3 && name.IsNormalized()));
        Assert.True(OrganisationCode.IsValid($"01.00082.{category.Unit}"));
        Assert.Same(category, Category.Find(category.Code));
    });

    [Fact]
    public void What_concerns_the_Front_goes_to_the_Front_and_the_rest_to_the_Peoples_Committee() => Assert.Equal(
        ["front-work", "relief-funds"],
        Category.All.Where(category => category.Unit == "MTTQ").Select(category => category.Code).Order());

    [Theory]
    [InlineData("lighting", true)]
    [InlineData("Lighting", false)]
    [InlineData("", false)]
    [InlineData("dragons", false)]
    public void Only_codes_of_the_table_are_accepted(string code, bool accepted) => Assert.Equal(accepted, new CategoryCodeAttribute().IsValid(code));
}
