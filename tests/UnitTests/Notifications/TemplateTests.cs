using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ecosystem.Notifications;
using Ecosystem.Notifications.Webhooks;

namespace Ecosystem.UnitTests.Notifications;

public sealed class TemplateTests
{
    private static readonly Guid Id = Guid.NewGuid();

    /// <summary>One of each kind of message, as its consumer makes it.</summary>
    private static readonly Note[] Notes =
    [
        TellRecipientOfDirective.Note(new(Id, "31.00082.MTTQ", "31.MTTQ", "Ủy ban MTTQ thành phố", "Chuyển đổi số", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero))),
        TellResidentOfPlace.Note(new(Id, Id, "45 ngày đêm", "Nhà văn hóa số 3", "citizen-1")),
        TellResidentOfWaiting.Note(new(Id, Id, "45 ngày đêm", "Nhà văn hóa số 3", "citizen-1", 7)),
        TellReporterOfReceipt.Note(new(Id, "K7Q2", "citizen-1", "lighting")),
        TellReporterOfAnswer.Note(new(Id, "K7Q2", "citizen-1")),
        TellCoordinatingUnitOfHotSpot.Note(new(Id, "flooding", null, "31.UBND", new(2026, 11, 22), 34, 12)),
        TellUnitOfReport.Note(new(Id, "31.00082.UBND", "K7Q2")),
        TellReporterOfQuestion.Note(new(Id, "K7Q2", "citizen-1", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero))),
        TellReporterOfDelay.Note(new(Id, "K7Q2", "citizen-1", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero), "31.00082.UBND")),
        TellReporterOfRejection.Note(new(Id, "K7Q2", "citizen-1", "NotAReport", "31.00082.UBND")),
        TellReporterOfReopening.Note(new(Id, "K7Q2", "citizen-1", "31.UBND", "Verdict")),
        TellFollowerOfChange.Note(new(Id, "K7Q2", "citizen-1", "Answered")),
        TellWatcherOfReport.Note(new(Id, "K7Q2", "citizen-1", 2)),
        TellReporterOfMerge.Note(new(Id, Guid.NewGuid(), "K7Q2", "M3B8", "citizen-1", "31.00082.UBND")),
        TellOwnerOfDisabledWebhook.Note(new(Id, "01.00082.UBND", "01/01.00082.UBND/case-system", "gone", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero))),
        TellUnitOfDeadline.Note(new(Id, "K7Q2", "31.00082.UBND", "Resolution", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero))),
        TellOfEscalation.Note(new(Id, "K7Q2", null, "31.UBND", 2, "Resolution", new(2026, 12, 1, 10, 30, 0, TimeSpan.Zero))),
        TellUnitOfFailedForwarding.Note(new("31.UBND", new DateOnly(2026, 11, 22), 3, "power (3)")),
    ];

    public static TheoryData<string> Names => [.. Templates.All.Select(template => template.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_template_says_the_same_things_in_both_languages(string name)
    {
        var template = Templates.Find(name);

        Assert.Equal(Places(template.Vietnamese), Places(template.English));
        Assert.All(new[] { template.Vietnamese.Subject, template.Vietnamese.Body, template.English.Subject, template.English.Body }, text => Assert.True(text.Length > 10));
        Assert.True(template.Vietnamese.Body.IsNormalized());
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_place_of_a_template_is_filled_by_its_consumer(string name)
    {
        var note = Assert.Single(Notes, note => note.Template.Name == name);

        Assert.All(Places(note.Template.Vietnamese), place => Assert.Contains(place, note.Arguments.Keys));
        Assert.All(Enum.GetValues<TextLanguage>(), language => Assert.DoesNotContain('{', Words(note.Template.Render(note.Arguments, language))));
    }

    [Fact]
    public void Times_are_told_as_the_clock_in_Vietnam_shows_them()
    {
        var note = Notes[0];

        Assert.Contains("17:30 ngày 01/12/2026", note.Template.Render(note.Arguments, TextLanguage.Vi).Body);
        Assert.Contains("17:30 on 1 December 2026", note.Template.Render(note.Arguments, TextLanguage.En).Body);
    }

    [Fact]
    public void An_argument_that_looks_like_a_place_is_left_as_it_is()
    {
        var text = Templates.DirectiveSent.Render(Arguments(("title", "Về {issuerName}"), ("issuerName", "MTTQ")), TextLanguage.Vi);

        Assert.Equal("Chỉ thị mới từ MTTQ: Về {issuerName}", text.Subject);
    }

    [Fact]
    public void A_subject_is_one_line_whatever_the_title_holds()
    {
        var text = Templates.DirectiveSent.Render(Arguments(("title", "Một\r\nBcc: hai"), ("issuerName", "MTTQ")), TextLanguage.Vi);

        Assert.Equal("Chỉ thị mới từ MTTQ: Một Bcc: hai", text.Subject);
    }

    [Fact]
    public void What_a_message_lacks_stays_empty() =>
        Assert.Equal("Your report  has been received", Templates.ReportReceived.Render(ImmutableDictionary<string, string>.Empty, TextLanguage.En).Subject);

    private static ImmutableDictionary<string, string> Arguments(params (string Name, string Value)[] all) => all.ToImmutableDictionary(one => one.Name, one => one.Value);

    private static string Words(Text text) => $"{text.Subject}\n{text.Body}";

    private static IEnumerable<string> Places(Text text) =>
        Regex.Matches(Words(text), "{([a-zA-Z]+)").Select(match => match.Groups[1].Value).Distinct().Order();
}
