using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.UnitTests.Feedback;

public class ContactTests
{
    [Theory]
    [InlineData("0912345678", "+84912345678")]
    [InlineData("+84912345678", "+84912345678")]
    [InlineData("0912 345 678", "+84912345678")]
    [InlineData("(091) 234.56-78", "+84912345678")]
    [InlineData("0321234567", "+84321234567")]
    [InlineData("0521234567", null)]
    [InlineData("0522234567", "+84522234567")]
    [InlineData("0559234567", "+84559234567")]
    [InlineData("0551234567", null)]
    [InlineData("0562345678", "+84562345678")]
    [InlineData("0701234567", "+84701234567")]
    [InlineData("0711234567", null)]
    [InlineData("0771234567", "+84771234567")]
    [InlineData("0812345678", "+84812345678")]
    [InlineData("0801234567", null)]
    [InlineData("0961234567", "+84961234567")]
    public void Mobile_numbers_are_told_by_their_prefixes(string written, string? number) => Assert.Equal(number, PhoneNumber.Read(written));

    [Theory]
    [InlineData("02253842658", "+842253842658")]
    [InlineData("024 3825 3536", "+842438253536")]
    [InlineData("+81312345678", "+81312345678")]
    [InlineData("+12025550123", "+12025550123")]
    public void Fixed_lines_and_foreign_numbers_can_be_called_back(string written, string number) => Assert.Equal(number, PhoneNumber.Read(written));

    [Theory]
    [InlineData("19001009")]
    [InlineData("+8419001009")]
    [InlineData("1800599920")]
    [InlineData("1022")]
    [InlineData("113")]
    [InlineData("01621234567")]
    [InlineData("+840912345678")]
    [InlineData("84912345678")]
    [InlineData("091234567")]
    [InlineData("09123456789")]
    [InlineData("09123456७8")]
    [InlineData("+123")]
    [InlineData("+1234567890123456")]
    [InlineData("+0123456789")]
    [InlineData("0912345678\n")]
    [InlineData("gọi tôi")]
    [InlineData("")]
    public void What_nobody_can_be_called_on_is_refused(string written) => Assert.Null(PhoneNumber.Read(written));

    [Theory]
    [InlineData("lan.nguyen@example.vn", true)]
    [InlineData("a+b@sub.example.com", true)]
    [InlineData("lan@localhost", false)]
    [InlineData("lan@@example.vn", false)]
    [InlineData("lan@example..vn", false)]
    [InlineData("lan nguyen@example.vn", false)]
    [InlineData("lan@example.vn\r\nBcc: all@example.vn", false)]
    public void Addresses_are_those_that_a_mail_server_can_take(string address, bool accepted) => Assert.Equal(accepted, new EmailAttribute().IsValid(address));

    [Fact]
    public void A_contact_has_a_number_or_an_address()
    {
        Assert.Single(Errors(new Contact()));
        Assert.Empty(Errors(new Contact(Email: "lan@example.vn")));
    }

    [Fact]
    public void A_number_is_stored_in_one_form() => Assert.Equal("+84912345678", new Contact("0912 345 678").Normalised().Phone);

    private static IEnumerable<ValidationResult> Errors(Contact contact) => contact.Validate(new(contact));
}
