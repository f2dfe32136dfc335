using System.Reflection;
using System.Text.RegularExpressions;
using Ecosystem.Contracts;
using MassTransit;

namespace Ecosystem.UnitTests.Architecture;

/// <summary>What services say to one another: every listener is named, every name listens, and nobody's personal data go along.</summary>
public sealed partial class ContractTests
{
    /// <summary>Names of organisations and things are public; any other name could be a person's.</summary>
    private static readonly string[] PublicNames = ["OrganisationRegistered.Name", "DirectiveSent.IssuerName"];

    private static readonly Type[] Contracts = [.. Sources.Contracts.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && !type.IsAssignableTo(typeof(Attribute)))];

    [Fact]
    public void Every_consumer_is_listed_with_its_contract_and_every_listed_name_has_a_consumer()
    {
        var consumers = from service in Sources.Assemblies
                        from consumer in service.Value.GetTypes()
                        where consumer.IsClass
                        from contract in Heard(consumer)
                        select $"{contract.Name} {Endpoint(service.Key, consumer)}";
        var listed = Contracts.SelectMany(contract => HeardBy(contract).Select(endpoint => $"{contract.Name} {endpoint}"));

        Assert.Equal(listed.Order(), consumers.Order());
    }

    [Fact]
    public void Every_contract_says_who_hears_it() =>
        Assert.All(Contracts, contract => Assert.NotEmpty(HeardBy(contract)));

    [Fact]
    public void A_service_with_consumers_connects_them() =>
        Assert.All(
            Sources.Assemblies.Where(service => service.Value.GetTypes().Any(type => Heard(type).Any())),
            service => Assert.Contains($"builder.AddMessaging(\"{service.Key.ToLowerInvariant()}\"", Sources.Text($"services/{service.Key}/Program.cs"), StringComparison.Ordinal));

    [Fact]
    public void Contracts_carry_no_personal_data()
    {
        var members = Contracts.SelectMany(contract => contract.GetProperties().Select(property => $"{contract.Name}.{property.Name}"));

        Assert.DoesNotContain(members.Except(PublicNames), member => Personal().IsMatch(member[member.IndexOf('.', StringComparison.Ordinal)..]));
    }

    private static IEnumerable<Type> Heard(Type consumer) =>
        consumer.GetInterfaces().Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>)).Select(face => face.GenericTypeArguments[0]);

    private static IReadOnlyList<string> HeardBy(Type contract) => contract.GetCustomAttribute<HeardByAttribute>()?.Endpoints ?? [];

    private static string Endpoint(string service, Type consumer) => $"{service.ToLowerInvariant()}-{KebabCaseEndpointNameFormatter.Instance.SanitizeName(consumer.Name)}";

    [GeneratedRegex("Name$|Phone|Mail|Address|Contact|Birth|Gender|Identity|Passport|Latitude|Longitude|Text$|Comment|Answer$|Met$|PriorityGroup", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
