using Ecosystem.Feedback.Channels;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.Extensions.Configuration;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Channels;

public class TakeCallTests
{
    private static readonly TakeCall.Command Call = new("1022-4711", "0912 345 678", ContactVerified: true, new("lighting", "Đèn đường trước cổng trường bị hỏng.", "00082"));

    private static readonly Official Operator = new("operator-hoa", "01.UBND", ["hotline"]);

    private static readonly Callers Callers = new(new KeyedHash(new ConfigurationBuilder().AddInMemoryCollection([new("ECOSYSTEM_MASTER_KEY", Convert.ToBase64String(new byte[32]))]).Build()));

    [Fact]
    public void The_operator_and_the_call_are_kept_with_the_report()
    {
        var who = TakeCall.Decide(Call, "phone:1", Unit, Operator, Now);
        var happened = SubmitReport.Decide(TakeCall.Told(Call), Words, new(Severity.Normal, Spot: null, Unit), After(), who, Now);

        Assert.Equal(
            [new ReportSubmitted("phone:1", "lighting", "00082", Words, Now, Source.Hotline), new ReportAssigned(Unit, Now), new IntakeNoted(Operator.Id, Now, "1022-4711", IsContactVerified: true)],
            happened);
        Assert.Equal(Source.Counter, TakeCall.Decide(Call with { Source = "counter" }, "phone:1", Unit, Operator, Now).Source);
    }

    [Fact]
    public void The_number_is_there_to_call_back_unless_another_was_told()
    {
        Assert.Equal("0912 345 678", TakeCall.Told(Call).Contact!.Phone);
        Assert.Equal(new Contact("0987654321", "an@example.vn"), TakeCall.Told(Call with { Report = Call.Report with { Contact = new("0987654321", "an@example.vn") } }).Contact);
    }

    [Fact]
    public void Another_provinces_matter_is_refused() =>
        Assert.Equal(ChannelProblems.OtherProvince, ProblemOf(() => TakeCall.Decide(Call, "phone:1", "31.00082.UBND", Operator, Now)));

    [Fact]
    public void The_same_number_is_the_same_person_however_it_is_written_and_does_not_show()
    {
        var names = new[] { "0912345678", "0912 345 678", "+84912345678", "(091) 234-5678" }.Select(Callers.ByPhone).Distinct().ToList();

        Assert.DoesNotContain("912345678", Assert.Single(names), StringComparison.Ordinal);
        Assert.NotEqual(names[0], Callers.ByPhone("0912345679"));
        Assert.True(names[0].All(char.IsAscii) && names[0].Length < 255);
    }

    [Fact]
    public void A_partners_number_means_one_report()
    {
        var known = ReportRow.Fold(ReportRow.Fold(null, Guid.Empty, Submitted), Guid.Empty, new IntakeNoted("city-app", Now, ExternalReference: "A-1", Content: "same"));

        TakePartnerReport.Check("same", known);
        TakePartnerReport.Check("new", null);
        Assert.Equal(ChannelProblems.ReferenceReused, Assert.Throws<EventSourcing.Refused>(() => TakePartnerReport.Check("other", known)).Problem);
        Assert.NotEqual(TakePartnerReport.IdOf("one", "A-1"), TakePartnerReport.IdOf("two", "A-1"));
    }
}
