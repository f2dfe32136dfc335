using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>What a query may count.</summary>
/// <param name="Value">An aggregate over the rows of a group.</param>
/// <param name="Of">How many rows the value rests on.</param>
/// <param name="Spread">A column of minutes whose median and ninth decile go with the value; null: the value is all.</param>
public sealed record Measure(string Name, string Value, string Of, string English, string Vietnamese, string? Spread = null)
{
    private const string Rows = "count(*)";

    public static readonly IReadOnlyList<Measure> All =
    [
        new("count", Rows, Rows, "How many", "Số lượng"),
        new("share", "count(*)::float8 / nullif(sum(count(*)) over (), 0)", Rows, "Part of all that the query counts, 0 to 1", "Tỷ trọng, 0 đến 1"),
        new("responseHours", "avg(f.response_minutes)::float8 / 60", "count(f.response_minutes)", "Hours to the unit's first word: average, median and ninth decile", "Số giờ đến phản hồi đầu tiên: trung bình, trung vị, phân vị 90", "f.response_minutes"),
        new("answerHours", "avg(f.answer_minutes)::float8 / 60", "count(f.answer_minutes)", "Hours to the answer: average, median and ninth decile", "Số giờ đến khi trả lời: trung bình, trung vị, phân vị 90", "f.answer_minutes"),
        new("responseOnTimeRate", "avg(f.response_on_time::int)::float8", "count(f.response_on_time)", "Part of the first words that came in time", "Tỷ lệ phản hồi đầu tiên đúng hạn"),
        new("answerOnTimeRate", "avg(f.answer_on_time::int)::float8", "count(f.answer_on_time)", "Part of the answers that came in time", "Tỷ lệ trả lời đúng hạn"),
        new("processedRate", "count(f.answer_minutes)::float8 / nullif(count(*), 0)", Rows, "Part of the reports that are answered, in time or not", "Tỷ lệ đã xử lý, đúng hạn hay không"),
        new("reopenShare", "(count(*) filter (where f.reopened > 0))::float8 / nullif(count(*), 0)", Rows, "Part of the reports that were opened again", "Tỷ lệ mở lại"),
        new("transferShare", "(count(*) filter (where f.transferred > 0))::float8 / nullif(count(*), 0)", Rows, "Part of the reports that were handed to another unit", "Tỷ lệ chuyển đơn vị"),
        new("satisfaction", "avg(f.rating)::float8", "count(f.rating)", "Average of the ratings, 1 to 5", "Điểm hài lòng trung bình, 1 đến 5"),
        new("satisfiedShare", "(count(*) filter (where f.rating >= 4))::float8 / nullif(count(f.rating), 0)", "count(f.rating)", "Part of the ratings that are 4 or 5", "Tỷ lệ hài lòng (4 hoặc 5 điểm)"),
    ];

    public string What() => Language.Say(English, Vietnamese);

    public static Measure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    public bool Fits(Grain grain) => grain is Grain.Case || Name is "count" or "share";
}
