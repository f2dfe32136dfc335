using System.Globalization;
using Ecosystem.Contracts;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Calendars;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Reports;
using MassTransit;

namespace Ecosystem.Feedback.Channels;

/// <summary>What a household told a visiting team becomes a report like any other. The visit's id names it, so a redelivered message finds it there.</summary>
public sealed class TakeVisit(Intake intake, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, TimeProvider clock) : IConsumer<HouseholdConcernRaised>
{
    /// <summary>Shipped with every city; it takes what no other category does.</summary>
    private const string CatchAll = "other";

    public static Guid IdOf(Guid visit) => NamedId.Of(visit, "report");

    /// <summary>
    /// Teams are out for hours without a network: a category that takes no reports any more, or that there never was, must neither lose
    /// the household's concern nor hold up the queue. Its code is not repeated: nobody has checked what it says.
    /// </summary>
    public static SubmitReport.Command Told(HouseholdConcernRaised raised, Catalogue categories)
    {
        var commune = raised.Organisation.Split('.')[1];
        var day = LocalTime.DayOf(raised.VisitedAt).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        Severity? severity = raised.IsUrgent ? Severity.Urgent : null;
        return categories.Find(raised.Category) is { IsReportable: true } category && category.Definition.Ends().All(stopper => stopper.Question is not null)
            ? new(category.Code, $"Hộ gia đình nêu vấn đề thuộc lĩnh vực “{category.Definition.Vietnamese}” khi tổ công nghệ số cộng đồng đến thăm ngày {day}.", commune, Severity: severity)
            : new(CatchAll, $"Hộ gia đình nêu vấn đề khi tổ công nghệ số cộng đồng đến thăm ngày {day}; lĩnh vực được ghi nhận không có trong danh mục.", commune, Severity: severity);
    }

    public Task Consume(ConsumeContext<HouseholdConcernRaised> context)
    {
        var raised = context.Message;
        var note = new IntakeNoted("service:campaigns", clock.GetUtcNow(), Visit: raised.VisitId, Campaign: raised.CampaignId);
        return intake.SubmitOnce(IdOf(raised.VisitId), Told(raised, categories.Value), new($"visit:{raised.VisitId}", Source.Visit, note), context.CancellationToken);
    }
}
