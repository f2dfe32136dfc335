using Ecosystem.Contracts;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Channels;

public class TakeVisitTests
{
    private static readonly HouseholdConcernRaised Raised = new(Guid.NewGuid(), Guid.NewGuid(), "01.00082.MTTQ", "lamp-out", IsUrgent: false, new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));

    private static readonly CategoryPlan Shipped = CategoryPlan.New(CategoryPlan.Id);

    [Fact]
    public void The_report_names_the_category_the_commune_and_the_day_in_Viet_Nam_and_nobody()
    {
        var told = Told(Raised, Shipped);

        Assert.Equal(("lamp-out", "00082", null), (told.Category, told.Commune, told.Severity));
        Assert.Equal("Hộ gia đình nêu vấn đề thuộc lĩnh vực “Đèn đường không sáng” khi tổ công nghệ số cộng đồng đến thăm ngày 23/11/2026.", told.Text);
        Assert.Equal(Severity.Urgent, Told(Raised with { IsUrgent = true }, Shipped).Severity);
    }

    [Theory]
    [InlineData("ba-lan-12-hang-bong")]
    [InlineData("")]
    [InlineData("lighting-gone")]
    [InlineData("call-somebody-else")]
    public void What_takes_no_report_goes_to_the_category_for_everything_else_and_the_code_is_not_repeated(string code)
    {
        var plan = CategoryPlan.Evolve(Defined(Defined(Shipped, "lighting-gone", []), "call-somebody-else", [new("Xin gọi 113.", "Call 113.")]), new CategoryClosed("lighting-gone", Now, "12/QĐ", Now));

        var told = Told(Raised with { Category = code, IsUrgent = true }, plan);

        Assert.Equal(("other", Severity.Urgent), (told.Category, told.Severity));
        Assert.True(code is "" || !told.Text.Contains(code, StringComparison.Ordinal));
    }

    [Fact]
    public void A_visit_has_one_report() =>
        Assert.NotEqual(TakeVisit.IdOf(Raised.VisitId), TakeVisit.IdOf(Raised.CampaignId));

    private static SubmitReport.Command Told(HouseholdConcernRaised raised, CategoryPlan plan) => TakeVisit.Told(raised, plan.At(Now));

    private static CategoryPlan Defined(CategoryPlan plan, string code, Stopper[] stoppers) =>
        CategoryPlan.Evolve(plan, new CategoryDefined(code, new("Thử nghiệm", "Trial", Stoppers: stoppers), Now.AddDays(-1), "11/QĐ", Now.AddDays(-1)));
}
