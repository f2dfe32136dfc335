using System.Text.Json;
using Ecosystem.EventSourcing;
using Ecosystem.Gateway.Partners;

namespace Ecosystem.UnitTests.Gateway;

public class PartnerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly Sealed Contact = new("sealed");

    private static readonly RegisterPartner.Command Register = new("31/01.00082.UBND/case-system", "Case system", new("An", "an@example.vn"), ["feedback.read"]);

    private static readonly Partner Registered = Given([.. RegisterPartner.Decide(Register, Contact, Partner.New(Guid.Empty), Now)]);

    [Fact]
    public void A_partner_is_registered_with_what_it_may_do()
    {
        Assert.Equal((PartnerStatus.Registered, Register.Path, "standard"), (Registered.Status, Registered.Path, Registered.Plan));
        Assert.Equal(["feedback.read"], Registered.Scopes);
    }

    [Fact]
    public void A_path_is_never_given_twice()
    {
        Assert.Equal(PartnerProblems.AlreadyRegistered, Refusal(() => RegisterPartner.Decide(Register, Contact, Registered, Now)));
        Assert.Equal(PartnerProblems.AlreadyRegistered, Refusal(() => RegisterPartner.Decide(Register, Contact, Registered with { Status = PartnerStatus.Deleted }, Now)));
    }

    [Fact]
    public void Only_a_disabled_partner_can_be_deleted()
    {
        Assert.Equal(PartnerProblems.IllegalTransition, Refusal(() => DeletePartner.Decide(Registered, Now)));

        var disabled = Given(new PartnerDisabled(Now));
        Assert.Equal([new PartnerDeleted(Now)], DeletePartner.Decide(disabled, Now));
        Assert.Empty(DeletePartner.Decide(disabled with { Status = PartnerStatus.Deleted }, Now));
        Assert.Equal(Problem.NotFound, Refusal(() => EnablePartner.Decide(disabled with { Status = PartnerStatus.Deleted }, Now)));
    }

    [Fact]
    public void Disabling_and_enabling_twice_is_once()
    {
        Assert.Equal([new PartnerDisabled(Now)], DisablePartner.Decide(Registered, Now));
        Assert.Empty(EnablePartner.Decide(Registered, Now));
        Assert.Empty(DisablePartner.Decide(Given(new PartnerDisabled(Now)), Now));
    }

    [Fact]
    public void Two_secrets_may_be_live_and_a_third_waits_until_one_is_revoked()
    {
        var two = Given(new CredentialAdded(Secret("a")), new CredentialAdded(Secret("b")));
        Assert.Equal(PartnerProblems.TooManyCredentials, Refusal(() => AddCredential.Decide(Secret("c"), two)));

        var revoked = RevokeCredential.Decide(two.Credentials[0].Id, two, Now).Aggregate(two, Partner.Evolve);
        Assert.False(revoked.Credentials[0].IsLive);
        Assert.Single(AddCredential.Decide(Secret("c"), revoked));
        Assert.Empty(RevokeCredential.Decide(revoked.Credentials[0].Id, revoked, Now));
        Assert.Equal(Problem.NotFound, Refusal(() => RevokeCredential.Decide(Guid.NewGuid(), revoked, Now)));
    }

    [Fact]
    public void The_same_key_again_changes_nothing_whatever_it_is_called()
    {
        var key = Keys.P256();
        var partner = Given(new CredentialAdded(new(Guid.NewGuid(), key, SecretHash: null, Now)));

        Assert.Empty(AddCredential.Decide(new(Guid.NewGuid(), key with { Kid = "other name" }, SecretHash: null, Now), partner));
        Assert.Single(AddCredential.Decide(new(Guid.NewGuid(), Keys.P256(), SecretHash: null, Now), partner));
    }

    [Fact]
    public void Credentials_for_the_sandbox_are_counted_apart()
    {
        var two = Given(new CredentialAdded(Secret("a")), new CredentialAdded(Secret("b")));

        Assert.Single(AddCredential.Decide(Secret("c") with { Sandbox = true }, two));
        Assert.Equal(PartnerProblems.TooManyCredentials, Refusal(() => AddCredential.Decide(Secret("c"), two)));
    }

    [Fact]
    public void A_key_is_for_the_sandbox_or_live_and_for_the_other_once_it_is_revoked()
    {
        var key = new Credential(Guid.NewGuid(), Keys.P256(), SecretHash: null, Now);
        var partner = Given(new CredentialAdded(key));

        Assert.Equal(PartnerProblems.KeyOfOtherKind, Refusal(() => AddCredential.Decide(key with { Sandbox = true }, partner)));
        Assert.Single(AddCredential.Decide(key with { Sandbox = true }, Partner.Evolve(partner, new CredentialRevoked(key.Id, Now))));
    }

    [Fact]
    public void A_credential_from_before_there_were_sandboxes_is_live()
    {
        var stored = JsonSerializer.Deserialize<Credential>($$"""{"id":"{{Guid.Empty}}","key":null,"secretHash":"a","addedAt":"2026-01-01T00:00:00Z"}""", JsonSerializerOptions.Web)!;

        Assert.False(stored.Sandbox);
    }

    [Fact]
    public void What_is_already_so_is_not_changed()
    {
        var same = new ChangePartner.Command("Case system", Register.Contact, ["feedback.read"]);

        Assert.Empty(ChangePartner.Decide(same, Contact, Registered, Now));
        Assert.Single(ChangePartner.Decide(same with { Plan = "bulk" }, Contact, Registered, Now));
        Assert.Single(ChangePartner.Decide(same with { Scopes = ["feedback.read", "inbox.read"] }, Contact, Registered, Now));
    }

    private static Credential Secret(string hash) => new(Guid.NewGuid(), Key: null, hash, Now);

    private static Partner Given(params PartnerEvent[] events) => events.Aggregate(Registered ?? Partner.New(Guid.Empty), Partner.Evolve);

    private static Problem Refusal(Func<object> decide) => Assert.Throws<Refused>(decide).Problem;
}
