using System.Collections.Immutable;
using Ecosystem.Notifications;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications;

public sealed class MailMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly MessageCreated Created = new("citizen-1", "report-received", ImmutableDictionary<string, string>.Empty.Add("code", "K7Q2"), TextLanguage.Vi, Now);

    [Fact]
    public void A_mail_that_was_taken_is_noted() => Assert.Equal([new MessageMailed(Now)], MailMessage.Decide(taken: true, After(Created), Now));

    [Fact]
    public void An_address_that_does_not_exist_is_noted() => Assert.Equal([new MailRefused(Now)], MailMessage.Decide(taken: false, After(Created), Now));

    [Fact]
    public void A_second_mail_is_not_noted()
    {
        Assert.Empty(MailMessage.Decide(taken: true, After(Created, new MessageMailed(Now)), Now));
        Assert.Empty(MailMessage.Decide(taken: true, After(Created, new MailRefused(Now)), Now));
    }

    [Fact]
    public void An_address_given_later_gets_none_of_the_earlier_messages()
    {
        var row = MessageRow.Fold(null, Guid.Empty, Created)!;

        Assert.True(MailMessage.IsWanted(row, With(address: Now.AddDays(-1))));
        Assert.False(MailMessage.IsWanted(row, With(address: Now.AddDays(1))));
        Assert.False(MailMessage.IsWanted(row, Preferences.Default));
        Assert.False(MailMessage.IsWanted(row with { MailIsSettled = true }, With(address: Now.AddDays(-1))));
    }

    [Fact]
    public void A_corrected_address_gets_what_the_wrong_one_would_have()
    {
        var corrected = Preferences.Evolve(With(address: Now.AddDays(-1)), new PreferencesSet("citizen-1", TextLanguage.Vi, new("b3RoZXI="), Now.AddDays(1)));

        Assert.True(MailMessage.IsWanted(MessageRow.Fold(null, Guid.Empty, Created)!, corrected));
    }

    [Fact]
    public void The_inbox_shows_when_a_message_was_mailed()
    {
        var row = MessageRow.Fold(MessageRow.Fold(null, Guid.Empty, Created), Guid.Empty, new MessageMailed(Now.AddSeconds(1)));

        Assert.Equal(Now.AddSeconds(1), row!.MailedAt);
        Assert.Equal("Đã tiếp nhận phản ánh K7Q2", row.Text.Subject);
    }

    [Fact]
    public void Without_a_server_no_mail_is_sent() => Assert.False(new Mailer(Settings()).IsSetUp);

    [Theory]
    [InlineData("127.0.0.1:25", "no-reply@example.vn")]
    [InlineData("https://127.0.0.1:25", "no-reply@example.vn")]
    [InlineData("smtp://127.0.0.1", "no-reply@example.vn")]
    [InlineData("smtp://127.0.0.1:25", null)]
    public void Settings_that_cannot_work_are_refused_at_start(string smtp, string? from) =>
        Assert.Throws<InvalidOperationException>(() => new Mailer(Settings(("ECOSYSTEM_SMTP", smtp), ("ECOSYSTEM_MAIL_FROM", from))));

    [Fact]
    public void A_failure_repeats_nothing_that_the_server_said() =>
        Assert.DoesNotContain("an@example.vn", new MailNotSent(new System.Net.Mail.SmtpException(System.Net.Mail.SmtpStatusCode.MailboxBusy, "<an@example.vn> busy")).ToString());

    [Theory]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_server_that_falls_silent_holds_nobody_who_stops_waiting(string unanswered)
    {
        await using var server = new HesitantMailServer(unanswered);
        using var patience = new CancellationTokenSource();
        var mailer = new Mailer(Settings(("ECOSYSTEM_SMTP", server.Address), ("ECOSYSTEM_MAIL_FROM", "no-reply@example.vn")));

        var sending = mailer.Send(Guid.NewGuid(), "an@example.vn", new("Subject", "Body"), patience.Token);
        await server.Asked;
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    private static Preferences With(DateTimeOffset address) =>
        Preferences.Evolve(Preferences.Default, new PreferencesSet("citizen-1", TextLanguage.Vi, new("c2VhbGVk"), address));

    private static Message After(params MessageEvent[] events) => events.Aggregate(Message.None, Message.Evolve);

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build();
}
