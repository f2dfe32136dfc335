using Ecosystem.Gateway.Limits;

namespace Ecosystem.UnitTests.Gateway;

public class LimitSettingsTests
{
    private static readonly Client System = new("system", "31/a/b");

    private static readonly LimitSettings Settings = new()
    {
        PlanOfKind = new() { ["system"] = "partner", ["sandbox"] = "large" },
        PlanOfClient = new() { ["31/a/special"] = "small" },
        Plans = new() { ["partner"] = Reads(300), ["small"] = Reads(5), ["large"] = Reads(900) },
    };

    [Theory]
    [InlineData("large", 900)]
    [InlineData("standard", 300)]
    [InlineData("gone-from-the-configuration", 300)]
    [InlineData(null, 300)]
    public void A_partner_has_the_plan_of_the_registry_else_that_of_its_kind(string? registered, int quota) =>
        Assert.Equal(quota, Assert.Single(Settings.Of(System, "read", registered)).Quota);

    [Fact]
    public void Who_is_unlimited_by_the_registry_has_no_policy() => Assert.Empty(Settings.Of(System, "read", "unlimited"));

    [Fact]
    public void The_configuration_of_one_client_goes_before_the_registry() =>
        Assert.Equal(5, Assert.Single(Settings.Of(new("system", "31/a/special"), "read", "large")).Quota);

    [Fact]
    public void Calls_in_the_sandbox_have_the_plan_of_their_kind_whoever_calls() => 
        Assert.Equal(900, Assert.Single(Settings.Of(new(Client.Sandbox, "31/a/special"), "read")).Quota);

    [Fact]
    public void Only_known_plans_can_be_registered() => Assert.Equal(["standard", "unlimited", "large", "partner", "small"], Settings.Names);

    private static Dictionary<string, Policy[]> Reads(int quota) => new() { ["read"] = [new("read", quota, 1)] };
}
