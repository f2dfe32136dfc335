using System.Collections.Immutable;
using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.UnitTests.Campaigns;
using Microsoft.Extensions.Configuration;

namespace Ecosystem.UnitTests.Notifications;

public sealed class SmsMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Report = Guid.NewGuid(), Id = Guid.NewGuid();
    private static readonly MessageCreated Created = new("phone:1", "report-received", ImmutableDictionary<string, string>.Empty.Add("reportId", $"{Report}"), TextLanguage.Vi, Now);
    private static readonly Sealed Number = new("bnVtYmVy"), Other = new("b3RoZXI=");

    [Theory]
    [InlineData(SmsState.Sent)]
    [InlineData(SmsState.Refused)]
    [InlineData(SmsState.Off)]
    public void What_became_of_it_is_noted_once_and_shown(SmsState state)
    {
        var settled = Assert.Single(SmsMessage.Decide(state, After(Created), Now));
        var row = MessageRow.Fold(MessageRow.Fold(null, Id, Created), Id, settled)!;

        Assert.Equal(new SmsSettled(state, Now, Report), settled);
        Assert.Empty(SmsMessage.Decide(SmsState.Sent, After(Created, settled), Now));
        Assert.Equal(state, row.Sms);
        Assert.False(SmsMessage.IsWanted(row, With(Now.AddDays(-1))));
    }

    [Theory]
    [InlineData(SmsState.Sent, true, null)]
    [InlineData(SmsState.Refused, false, "refused")]
    [InlineData(SmsState.Off, false, "off")]
    public void The_reports_journey_hears_it_and_that_a_channel_is_off(SmsState state, bool taken, string? why) =>
        Assert.Equal([new Contracts.ReportMessageDelivered(Report, Id, "sms", taken, Now, why)], Announcements.Of(Stored.As(new SmsSettled(state, Now, Report), Id)));

    [Fact]
    public void A_number_given_later_gets_none_of_the_earlier_messages_and_a_corrected_language_changes_nothing_of_that()
    {
        var row = MessageRow.Fold(null, Id, Created)!;

        Assert.True(SmsMessage.IsWanted(row, With(Now)));
        Assert.True(SmsMessage.IsWanted(row, Preferences.Evolve(With(Now), new CallerPhoneGiven("phone:1", Number, TextLanguage.En, Now.AddDays(1)))));
        Assert.False(SmsMessage.IsWanted(row, With(Now.AddTicks(1))));
        Assert.False(SmsMessage.IsWanted(row, Preferences.Default));
        Assert.False(SmsMessage.IsWanted(row, Preferences.Evolve(With(Now), new CallerPhoneRemoved("phone:1", Now))));
    }

    [Fact]
    public void Preferences_change_only_where_something_is_new()
    {
        Assert.Equal([new CallerPhoneGiven("phone:1", Number, TextLanguage.Vi, Now)], SetCallerPhone.Decide("phone:1", Number, TextLanguage.Vi, Preferences.Default, Now));
        Assert.Empty(SetCallerPhone.Decide("phone:1", Number, TextLanguage.Vi, With(Now), Now));
        Assert.Single(SetCallerPhone.Decide("phone:1", Number, TextLanguage.En, With(Now), Now));
        Assert.Single(SetCallerPhone.Decide("phone:1", Other, TextLanguage.Vi, With(Now), Now));
        Assert.Equal([new CallerPhoneRemoved("phone:1", Now)], SetCallerPhone.Decide("phone:1", null, TextLanguage.Vi, With(Now), Now));
        Assert.Empty(SetCallerPhone.Decide("phone:1", null, TextLanguage.Vi, Preferences.Default, Now));
    }

    [Fact]
    public void Choosing_mail_keeps_the_number() =>
        Assert.Equal(Number, Preferences.Evolve(With(Now), new PreferencesSet("phone:1", TextLanguage.En, Email: null, Now)).Phone);

    [Fact]
    public void Without_an_address_the_channel_is_off() => Assert.False(new SmsGateway(Settings()).IsSetUp);

    [Theory]
    [InlineData("sms.example.vn", "key")]
    [InlineData("ftp://sms.example.vn", "key")]
    [InlineData("https://user:pass@sms.example.vn", "key")]
    [InlineData("https://sms.example.vn", null)]
    public void Settings_that_cannot_work_are_refused_at_start(string address, string? key) =>
        Assert.Throws<InvalidOperationException>(() => new SmsGateway(Settings(("ECOSYSTEM_SMS", address), ("ECOSYSTEM_SMS_KEY", key))));

    private static Preferences With(DateTimeOffset since) => Preferences.Evolve(Preferences.Default, new CallerPhoneGiven("phone:1", Number, TextLanguage.Vi, since));

    private static Message After(params MessageEvent[] events) => events.Aggregate(Message.None, Message.Evolve);

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build();
}
