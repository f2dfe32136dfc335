using System.Globalization;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Analytics;

/// <summary>By what a query may group, and by what filter.</summary>
/// <param name="Sql">Of the columns that the grain offers; never null.</param>
public sealed record Dimension(string Name, string Sql, string English, string Vietnamese)
{
    private const string Day = "day", Week = "week", Month = "month";

    public static readonly IReadOnlyList<Dimension> All =
    [
        new("category", "f.category", "Code of what is reported", "Mã lĩnh vực phản ánh"),
        new("commune", "f.commune", "Code of the commune", "Mã xã, phường"),
        new("unit", "f.unit", "Organisation in charge now", "Đơn vị đang phụ trách"),
        new("severity", "f.severity", "How urgent it is", "Mức độ khẩn"),
        new("source", "f.source", "How it came in", "Kênh tiếp nhận"),
        new("status", "f.status", "Where it stands now (grain case) or stood that day (grain openStateDay)", "Trạng thái hiện tại, hoặc trạng thái của ngày đó"),
        new("event", "f.event", "What happened (grain event)", "Sự kiện"),
        new(Day, "f.day", "Local day", "Ngày"),
        new(Week, "f.day - (f.day + 3) % 7", "Week, by its Monday", "Tuần, tính từ thứ Hai"),
        new(Month, "(date_part('year', date '1970-01-01' + f.day) * 12 + date_part('month', date '1970-01-01' + f.day) - 1)::int", "Month", "Tháng"),
    ];

    public string What() => Language.Say(English, Vietnamese);

    public static Dimension? Find(string name) => All.FirstOrDefault(dimension => dimension.Name == name);

    public bool IsTime => Name is Day or Week or Month;

    /// <summary>To group and order by: codes need no language's order, which takes PostgreSQL many times as long.</summary>
    public string Key => IsTime ? Sql : $"{Sql} collate \"C\"";

    /// <summary>What a caller compares with, as the store has it: enums begin with a capital there.</summary>
    public string Stored(string value) => Name is "severity" or "source" or "status" or "event" && value.Length > 0 ? char.ToUpperInvariant(value[0]) + value[1..] : value;

    /// <summary>A value of the store as callers read it.</summary>
    public string Shown(object value) => (Name, value) switch
    {
        (Day or Week, int day) => LocalDay.Of(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (Month, int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 12:0000}-{month % 12 + 1:00}"),
        ("severity" or "source" or "status" or "event", string name) when name.Length > 0 => char.ToLowerInvariant(name[0]) + name[1..],
        _ => $"{value}",
    };
}
