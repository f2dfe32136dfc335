using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Deflections;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback;

public class DeflectTests
{
    private static readonly Deflect.Command Fire = new(EmergencyService.Fire, "flood-house", "00082");

    [Fact]
    public void A_caller_who_is_sent_to_the_telephone_counts_once()
    {
        var happened = Deflect.Decide(Fire, new(Exists: false), Now);

        Assert.Equal([new CallerDeflected(EmergencyService.Fire, "flood-house", "00082", Now)], happened);
        Assert.Empty(Deflect.Decide(Fire, happened.Aggregate(Deflection.New(Guid.Empty), Deflection.Evolve), Now));
    }

    [Theory]
    [InlineData(EmergencyService.Police, "113")]
    [InlineData(EmergencyService.Fire, "114")]
    [InlineData(EmergencyService.Ambulance, "115")]
    public void Each_service_has_its_number(EmergencyService service, string phone) => Assert.Equal(phone, service.Phone());

    [Fact]
    public void They_are_counted_by_the_day_in_Viet_Nam()
    {
        var late = Now.Date.AddHours(17).AddMinutes(30);
        var changes = new[] { Now, Now.AddHours(1), new DateTimeOffset(late, TimeSpan.Zero) }.SelectMany(at => CountDeflections.On(Recorded(new CallerDeflected(EmergencyService.Fire, null, null, at)))).ToList();

        var rows = changes.GroupBy(change => change.Id).Select(day => day.Aggregate((CountDeflections.Row?)null, (row, change) => change.To(row))!);

        Assert.Equal([(22, 2L), (23, 1L)], rows.Select(row => (row.Day.Day, row.Count)));
    }

    private static Recorded Recorded(object data) => new(1, Guid.NewGuid(), Guid.NewGuid(), 1, "", data, Now, By: null, TraceParent: null);
}
