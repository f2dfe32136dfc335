using System.Text;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>One line of the file, as far as it can be judged by itself.</summary>
/// <param name="Number">From 1, the header is line 1.</param>
/// <param name="Type">Null when the word is not known.</param>
/// <param name="Province">Empty for a province.</param>
public sealed record UnitLine(int Number, string Code, string Name, UnitType? Type, string Province)
{
    private const int Columns = 4, LongestName = 100;

    private static readonly Dictionary<string, UnitType> Types = new()
    {
        ["municipality"] = UnitType.Municipality,
        ["province"] = UnitType.Province,
        ["ward"] = UnitType.Ward,
        ["commune"] = UnitType.Commune,
        ["special_zone"] = UnitType.SpecialZone,
    };

    public bool IsProvince => Type is UnitType.Municipality or UnitType.Province;

    /// <summary>Null when the line has another number of columns.</summary>
    public static UnitLine? Of(int number, string text) => text.Split(',') is { Length: Columns } columns
        ? new(number, columns[0], Normalised(columns[1]), Types.TryGetValue(columns[2], out var type) ? type : null, columns[3])
        : null;

    public IEnumerable<string> Faults()
    {
        if (!IsCode(Code, 2) && !IsCode(Code, 5)) yield return Language.Say("The code must have two digits (province) or five (commune).", "Mã phải có hai chữ số (cấp tỉnh) hoặc năm chữ số (cấp xã).");
        if (!IsName(Name)) yield return Language.Say($"The name must have 1 to {LongestName} characters, without spaces around it, quotation marks or control characters.", $"Tên phải có từ 1 đến {LongestName} ký tự, không có khoảng trắng ở hai đầu, dấu ngoặc kép hay ký tự điều khiển.");
        if (Type is null) yield return Language.Say("The type must be municipality, province, ward, commune or special_zone.", "Loại phải là municipality, province, ward, commune hoặc special_zone.");
        else if (IsProvince ? Province.Length > 0 || Code.Length == 5 : Code.Length == 2) yield return Language.Say("A province has a code of two digits and no province_code; all others have five digits.", "Cấp tỉnh có mã hai chữ số và để trống province_code; các đơn vị khác có mã năm chữ số.");
    }

    // U+FFFE is no character and cannot be normalised; it makes the name a fault.
    private static string Normalised(string name) => name.Contains('\uFFFE') ? name : name.Normalize(NormalizationForm.FormC);

    private static bool IsCode(string text, int length) => text.Length == length && text.All(char.IsAsciiDigit);

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && text == text.Trim() && !text.Any(c => c is '"' or '\uFFFE' || char.IsControl(c));
}
