using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using MassTransit;

namespace Ecosystem.Feedback.Organisations;

/// <summary>Reports are routed without asking Coordination, so they are accepted while it is away.</summary>
public sealed class RememberOrganisation(EventStream<Organisation, OrganisationEvent> organisations) : IConsumer<OrganisationRegistered>
{
    public static OrganisationEvent[] Decide(OrganisationRegistered heard, Organisation organisation)
    {
        var remembered = new OrganisationRemembered(heard.Code, heard.Name, heard.Kind, heard.Commune, heard.Province);
        return remembered == organisation.LastHeard ? [] : [remembered];
    }

    public Task Consume(ConsumeContext<OrganisationRegistered> context) =>
        organisations.Append(IdOf(context.Message.Code), organisation => Decide(context.Message, organisation), context.CancellationToken);

    public static Guid IdOf(string code) => NamedId.Of($"organisation:{code}");
}
