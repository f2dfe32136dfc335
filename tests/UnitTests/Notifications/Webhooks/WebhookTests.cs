using Ecosystem.EventSourcing;
using Ecosystem.Notifications.Webhooks;

namespace Ecosystem.UnitTests.Notifications.Webhooks;

public sealed class WebhookTests
{
    private const string Owner = "hai-phong-smart", Stranger = "another-system";

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly Subscription What = new("https://8.8.8.8/", ["vn.ecosystem.report.*"], ["01.00082.UBND"], "");
    private static readonly Sealed First = new("first"), Second = new("second"), Third = new("third");

    private static readonly WebhookEvent Created = new WebhookCreated(Owner, What, First, Now), Failing = new WebhookBeganToFail(Now), Deleted = new WebhookDeleted(Now),
        Disabled = new WebhookDisabled(WhyDisabled.ByOwner, Now);

    [Fact]
    public void It_is_created_once()
    {
        Assert.Equal([Created], CreateWebhook.Decide(What, First, Webhook.None, Owner, Now));
        Assert.Empty(CreateWebhook.Decide(What, Second, After(Created), Owner, Now));
    }

    [Fact]
    public void For_others_there_is_no_such_webhook()
    {
        Action[] acts =
        [
            () => ChangeWebhook.Decide(What, After(Created), Stranger, Now),
            () => RotateSecret.Decide(Second, After(Created), Stranger, Now),
            () => DisableWebhook.Decide(After(Created), Stranger, Now),
            () => EnableWebhook.Decide(After(Created, Disabled), Stranger, Now),
            () => DeleteWebhook.Decide(After(Created), Stranger, Now),
            () => DeleteWebhook.Decide(After(Created, Deleted), Stranger, Now),
        ];

        Assert.All(acts, act => Assert.Equal(Problem.NotFound, Assert.Throws<Refused>(act).Problem));
    }

    [Fact]
    public void What_is_deleted_is_gone_for_the_owner_too_but_may_be_deleted_again()
    {
        Assert.Throws<Refused>(() => EnableWebhook.Decide(After(Created, Deleted), Owner, Now));
        Assert.Empty(DeleteWebhook.Decide(After(Created, Deleted), Owner, Now));
    }

    [Theory]
    [InlineData(Verdict.Delivered, WebhookStatus.Enabled, null)]
    [InlineData(Verdict.Failed, WebhookStatus.Enabled, typeof(WebhookBeganToFail))]
    [InlineData(Verdict.Failed, WebhookStatus.Failing, null)]
    [InlineData(Verdict.Delivered, WebhookStatus.Failing, typeof(WebhookRecovered))]
    [InlineData(Verdict.Gone, WebhookStatus.Enabled, typeof(WebhookDisabled))]
    [InlineData(Verdict.Exhausted, WebhookStatus.Failing, typeof(WebhookDisabled))]
    [InlineData(Verdict.Delivered, WebhookStatus.Disabled, null)]
    [InlineData(Verdict.Gone, WebhookStatus.Deleted, null)]
    public void An_endpoints_state_follows_from_its_deliveries(Verdict verdict, WebhookStatus status, Type? turn) =>
        Assert.Equal(turn, JudgeWebhook.Decide(verdict, Webhook.None with { Status = status }, Now).SingleOrDefault()?.GetType());

    [Fact]
    public void Only_the_owner_enables_what_was_disabled()
    {
        Assert.Equal([new WebhookEnabled(Now)], EnableWebhook.Decide(After(Created, Disabled), Owner, Now));
        Assert.Empty(EnableWebhook.Decide(After(Created), Owner, Now));
        Assert.Empty(EnableWebhook.Decide(After(Created, Failing), Owner, Now));
    }

    [Fact]
    public void Two_secrets_are_live_while_they_change_and_never_three()
    {
        var row = Row(Created, new WebhookSecretRotated(Second, Now.AddDays(1), Now), new WebhookSecretRotated(Third, Now.AddDays(2), Now));

        Assert.Equal([new LiveSecret(Third, null), new LiveSecret(Second, Now.AddDays(2))], row.Secrets);
    }

    [Fact]
    public void Events_find_it_only_while_it_is_enabled()
    {
        Assert.Equal(["vn.ecosystem.report.*|01.00082.UBND"], Row(Created).Keys);
        Assert.Equal(Row(Created).Keys, Row(Created, Failing).Keys);
        Assert.Empty(Row(Created, Disabled).Keys);
        Assert.Empty(Row(Created, Disabled, new WebhookChanged(What with { Types = ["*"] }, Now)).Keys);
        Assert.Equal(["*|01.00082.UBND"], Row(Created, Disabled, new WebhookChanged(What with { Types = ["*"] }, Now), new WebhookEnabled(Now)).Keys);
    }

    private static Webhook After(params WebhookEvent[] events) => events.Aggregate(Webhook.None, Webhook.Evolve);

    private static WebhookRow Row(params WebhookEvent[] events) => events.Aggregate((WebhookRow?)null, (row, happened) => WebhookRow.Fold(row, Id, happened))!;
}
