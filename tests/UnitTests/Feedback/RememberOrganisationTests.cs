using Ecosystem.Contracts;
using Ecosystem.Feedback.Organisations;

namespace Ecosystem.UnitTests.Feedback;

public class RememberOrganisationTests
{
    private static readonly OrganisationRegistered Committee = new("01.00082.UBND", "UBND phường Cửa Nam", "UBND", "00082", "01");

    [Fact]
    public void An_organisation_is_remembered_with_its_commune()
    {
        var row = OrganisationRow.Fold(null, Guid.Empty, Assert.Single(Hear(Committee)));

        Assert.Equal(new OrganisationRow("01.00082.UBND", "UBND phường Cửa Nam", "UBND", "00082", "01"), row);
    }

    [Fact]
    public void Hearing_the_same_again_changes_nothing() => Assert.Empty(Hear(Committee, Committee));

    [Fact]
    public void A_new_name_is_remembered() => Assert.Single(Hear(Committee, Committee with { Name = "Ủy ban nhân dân phường Cửa Nam" }));

    /// <summary>What the last message adds to those before.</summary>
    private static OrganisationEvent[] Hear(params OrganisationRegistered[] messages) =>
        RememberOrganisation.Decide(messages[^1], messages[..^1].Aggregate(Organisation.New(Guid.Empty), (known, message) =>
            RememberOrganisation.Decide(message, known).Aggregate(known, Organisation.Evolve)));
}
