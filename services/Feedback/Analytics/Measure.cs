using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>What a query may count: a sum, or a sum divided by another, so that parts of a group can be put together.</summary>
/// <param name="Part">A sum over the rows of a group.</param>
/// <param name="Of">How many rows the value rests on; what the part is divided by.</param>
/// <param name="Spread">A column of minutes whose median and ninth decile go with the value; null: the value is all.</param>
public sealed record Measure(string Name, string Part, string Of, string English, string Vietnamese, string? Spread = null)
{
    private const string Rows = "count(*)", Answers = "count(f.answer_minutes)", Ratings = "count(f.rating)";

    public static readonly IReadOnlyList<Measure> All =
    [
        new("count", Rows, Rows, "How many", "Số lượng"),
        new("share", Rows, Rows, "Part of all that the query counts, 0 to 1", "Tỷ trọng, 0 đến 1"),
        new("responseHours", "sum(f.response_minutes) / 60.0", "count(f.response_minutes)", "Hours to the unit's first word: average, median and ninth decile", "Số giờ đến phản hồi đầu tiên: trung bình, trung vị, phân vị 90", "f.response_minutes"),
        new("answerHours", "sum(f.answer_minutes) / 60.0", Answers, "Hours to the answer: average, median and ninth decile", "Số giờ đến khi trả lời: trung bình, trung vị, phân vị 90", "f.answer_minutes"),
        new("responseOnTimeRate", "count(*) filter (where f.response_on_time)", "count(f.response_on_time)", "Part of the first words that came in time", "Tỷ lệ phản hồi đầu tiên đúng hạn"),
        new("answerOnTimeRate", "count(*) filter (where f.answer_on_time)", "count(f.answer_on_time)", "Part of the answers that came in time", "Tỷ lệ trả lời đúng hạn"),
        new("processedRate", Answers, Rows, "Part of the reports that are answered, in time or not", "Tỷ lệ đã xử lý, đúng hạn hay không"),
        new("reopenShare", "count(*) filter (where f.reopened > 0)", Rows, "Part of the reports that were opened again", "Tỷ lệ mở lại"),
        new("transferShare", "count(*) filter (where f.transferred > 0)", Rows, "Part of the reports that were handed to another unit", "Tỷ lệ chuyển đơn vị"),
        new("satisfaction", "sum(f.rating)", Ratings, "Average of the ratings, 1 to 5", "Điểm hài lòng trung bình, 1 đến 5"),
        new("satisfiedShare", "count(*) filter (where f.rating >= 4)", Ratings, "Part of the ratings that are 4 or 5", "Tỷ lệ hài lòng (4 hoặc 5 điểm)"),
    ];

    /// <summary>The value of part and number, each put together.</summary>
    public string Value(string part, string of) => Name switch
    {
        "count" => part,
        "share" => $"{part} / nullif(sum({part}) over (), 0)",
        _ => $"{part} / nullif({of}, 0)",
    };

    public string What() => Language.Say(English, Vietnamese);

    public static Measure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);

    public bool Fits(Grain grain) => grain is Grain.Case || Name is "count" or "share";
}
