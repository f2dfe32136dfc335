using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.Feedback.Categories;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>Units beside one another, so that each sees where it stands; how it is counted is said in the answer itself.</summary>
public static class ReadLeague
{
    public sealed record Period(
        [property: Description("First local day on which the reports were submitted, yyyy-MM-dd.")] DateOnly From, [property: Description("Last local day, at most 366 days later.")] DateOnly To,
        [property: CategoryCode(OrWas = true)] string? Category = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (To < From || To.DayNumber - From.DayNumber > 366)
                yield return new(Language.Say("The last day must be within 366 days after the first.", "Ngày cuối phải trong vòng 366 ngày kể từ ngày đầu."), [nameof(To)]);
        }
    }

    public sealed record Answer(
        [property: Description("First local day.")] DateOnly From, [property: Description("Last local day.")] DateOnly To,
        [property: Description("The best on time first, small units in one line at the end.")] IReadOnlyList<UnitScore> Units,
        [property: Description("How all this is counted, in the caller's language.")] string Method);

    private const string Sql =
        """
        select f.unit, count(*), count(f.answer_minutes), count(*) filter (where f.answer_on_time), count(*) filter (where f.reopened > 0),
               coalesce(sum(f.rating), 0), count(f.rating), percentile_cont(0.5) within group (order by f.answer_minutes)
        from projection_report_fact f
        where f.submitted_day between $1 and $2 and f.unit like $3 and ($4 = '' or f.category = $4)
        group by f.unit
        """;

    public static async Task<Ok<Answer>> Handle([AsParameters] Period period, Official by, Facts facts, CancellationToken ct)
    {
        var counts = await facts.Read(
            Sql, [LocalDay.NumberOf(period.From), LocalDay.NumberOf(period.To), Sight.Whole(by.Organisation).Value, period.Category ?? ""],
            row => new UnitCounts(
                row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.IsDBNull(7) ? null : row.GetDouble(7)), ct);
        return TypedResults.Ok(new Answer(period.From, period.To, UnitScore.Table(counts), Method()));
    }

    private static string Method() => Language.Say(
        $"Counted are reports submitted in the period, under the unit in charge today. Processed: an answer stands, in time or not. On time: answered within the city's time limits (five working days, urgent reports four working hours; an interim answer puts it off to what it promises), as a part of the answered ones. Ordered by that. Units with fewer than {UnitScore.LeastReports} reports are in one line: their rates would be chance. Satisfaction is the average of the ratings given, with their number; who does not rate is not counted.",
        $"Tính các phản ánh gửi trong kỳ, theo đơn vị đang phụ trách. Đã xử lý: đã có trả lời, đúng hạn hay không. Đúng hạn: trả lời trong thời hạn của thành phố (5 ngày làm việc, việc khẩn 4 giờ làm việc; có thông báo gia hạn thì tính đến ngày đã hẹn), tính trên số đã trả lời; bảng xếp theo tỷ lệ này. Đơn vị có dưới {UnitScore.LeastReports} phản ánh được gộp một dòng vì tỷ lệ khi đó chỉ là ngẫu nhiên. Mức hài lòng là trung bình các đánh giá đã có, kèm số lượt; người không đánh giá không được tính.");
}
