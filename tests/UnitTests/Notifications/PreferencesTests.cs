using Ecosystem.EventSourcing;
using Ecosystem.Notifications;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Notifications;

public sealed class PreferencesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    private static readonly Recipient Resident = new("citizen-1");
    private static readonly Sealed Email = new("c2VhbGVk");

    [Fact]
    public void Who_has_not_chosen_reads_Vietnamese_and_gets_no_mail() => Assert.Equal((TextLanguage.Vi, null), (Preferences.Default.Language, Preferences.Default.Email));

    [Fact]
    public void A_choice_is_kept() =>
        Assert.Equal([new PreferencesSet("citizen-1", TextLanguage.En, Email, Now)], Set(TextLanguage.En, Email, Preferences.Default));

    [Fact]
    public void Choosing_what_holds_by_default_is_a_choice_too() =>
        Assert.Equal([new PreferencesSet("citizen-1", TextLanguage.Vi, null, Now)], Set(TextLanguage.Vi, null, Preferences.Default));

    [Fact]
    public void The_same_choice_again_changes_nothing() => Assert.Empty(Set(TextLanguage.En, Email, After(TextLanguage.En, Email)));

    [Fact]
    public void An_address_left_out_is_taken_back() =>
        Assert.Equal([new PreferencesSet("citizen-1", TextLanguage.En, null, Now)], Set(TextLanguage.En, null, After(TextLanguage.En, Email)));

    [Theory]
    [InlineData("an.nguyen@example.vn")]
    [InlineData("a@b.co")]
    [InlineData("tran+mttq@mail.haiphong.gov.vn")]
    [InlineData("x@xn--hi-phng-yya.vn")]
    public void Plain_addresses_are_taken(string address) => Assert.True(new MailAddressAttribute().IsValid(address));

    [Theory]
    [InlineData("")]
    [InlineData("an.nguyen")]
    [InlineData("an@localhost")]
    [InlineData("an@@example.vn")]
    [InlineData("an@example..vn")]
    [InlineData("an@-example.vn")]
    [InlineData("an.@example.vn")]
    [InlineData("An <an@example.vn>")]
    [InlineData("an@example.vn, bo@example.vn")]
    [InlineData("an@example.vn\r\nBcc: bo@example.vn")]
    [InlineData("an@example.vn\n")]
    [InlineData("nguyễn@example.vn")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890123456@example.vn")]
    public void Anything_else_is_not(string address) => Assert.False(new MailAddressAttribute().IsValid(address));

    [Fact]
    public void An_address_has_at_most_254_characters()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 60), 4));

        Assert.True(new MailAddressAttribute().IsValid($"0123456789@{domain}"));
        Assert.False(new MailAddressAttribute().IsValid($"01234567890@{domain}"));
    }

    [Fact]
    public void A_citizen_and_an_official_each_have_an_inbox()
    {
        Assert.Equal("citizen-1", Recipient.Of(new Citizen("citizen-1", Level: 2)).Id);
        Assert.Equal("31.00082.MTTQ", Recipient.Of(new Official("official-1", "31.00082.MTTQ", [])).Id);
        Assert.Equal("31.UBND/chair", Recipient.Of(new Official("chair-1", "31.UBND", ["chair"])).Id);
    }

    [Fact]
    public void A_system_has_none_and_no_citizen_gets_that_of_an_organisation()
    {
        Assert.Throws<Refused>(() => Recipient.Of(new SystemClient("city-app", ["inbox.read"])));
        Assert.Throws<Refused>(() => Recipient.Of(new Citizen("31.00082.MTTQ", Level: 2)));
        Assert.Throws<Refused>(() => Recipient.Of(new Citizen("31.UBND/chair", Level: 2)));
    }

    private static PreferencesEvent[] Set(TextLanguage language, Sealed? email, Preferences preferences) => SetPreferences.Decide(Resident, language, email, preferences, Now);

    private static Preferences After(TextLanguage language, Sealed? email) => Preferences.Evolve(Preferences.Default, new PreferencesSet(Resident.Id, language, email, Now));
}
