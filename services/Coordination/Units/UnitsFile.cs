using System.Text;
using Ecosystem.EventSourcing;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Coordination;

/// <summary>The official list as CSV (code,name,type,province_code): checked as a whole, so that its sender can mend it in one go.</summary>
public sealed record UnitsFile(IReadOnlyList<UnitLine> Lines, IReadOnlyDictionary<string, string[]> Errors)
{
    private const string Header = "code,name,type,province_code";

    /// <summary>The country had about 11,000 units at its most; a megabyte of empty lines must not be judged line by line.</summary>
    private const int MostLines = 20_000;

    /// <summary>Enough to see what is wrong with a file.</summary>
    private const int MostWrongLines = 500;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="Refused">The body is not UTF-8.</exception>
    public static async ValueTask<UnitsFile> BindAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        try
        {
            return Parse(StrictUtf8.GetString(body.GetBuffer(), 0, (int)body.Length));
        }
        catch (DecoderFallbackException)
        {
            throw new Refused(CoordinationProblems.FileNotUtf8);
        }
    }

    public static UnitsFile Parse(string text)
    {
        var rows = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (rows[0] != Header) return Wrong(1, Language.Say($"The first line must be: {Header}", $"Dòng đầu phải là: {Header}"));
        if (rows.Length > MostLines) return Wrong(MostLines + 1, Language.Say($"The file must have at most {MostLines} lines.", $"Tệp có tối đa {MostLines} dòng."));
        if (rows.Length == 1) return Wrong(2, Language.Say("The file has no units.", "Tệp không có đơn vị nào."));
        var lines = rows.Skip(1).Select((row, nr) => (Number: nr + 2, Line: UnitLine.Of(nr + 2, row))).ToList();
        var whole = lines.Select(line => line.Line).OfType<UnitLine>().ToList();
        var context = new FileContext(whole);
        return new(whole, lines.SelectMany(line => Faults(line.Line, context).Select(fault => (line.Number, fault)))
            .GroupBy(wrong => wrong.Number, wrong => wrong.fault).Take(MostWrongLines)
            .ToDictionary(wrong => Key(wrong.Key), wrong => wrong.ToArray()));
    }

    /// <summary>A unit never moves to another province under the same code: that would be another unit.</summary>
    public UnitsFile Against(IReadOnlyDictionary<string, string> knownProvinces) => this with
    {
        Errors = Lines.Where(line => knownProvinces.TryGetValue(line.Code, out var known) && known != line.Province).Take(MostWrongLines)
            .ToDictionary(line => Key(line.Number), line => new[] { Language.Say("The unit is known in another province.", "Đơn vị đã được ghi nhận ở tỉnh khác.") }),
    };

    private static UnitsFile Wrong(int line, string fault) => new([], new Dictionary<string, string[]> { [Key(line)] = [fault] });

    private static string Key(int line) => $"line {line}";

    private static IEnumerable<string> Faults(UnitLine? line, FileContext file) => line is null
        ? [Language.Say("The line must have four columns.", "Dòng phải có bốn cột.")]
        : [.. line.Faults(), .. file.Faults(line)];

    /// <summary>What a line can only be judged by together with the others.</summary>
    private sealed class FileContext(IReadOnlyList<UnitLine> lines)
    {
        private readonly HashSet<string> provinces = [.. lines.Where(line => line.IsProvince).Select(line => line.Code)];
        private readonly Dictionary<string, int> first = lines.GroupBy(line => line.Code).ToDictionary(line => line.Key, line => line.First().Number);

        public IEnumerable<string> Faults(UnitLine line)
        {
            if (first[line.Code] is var other && other != line.Number) yield return Language.Say($"The code is in line {other} already.", $"Mã đã có ở dòng {other}.");
            if (line.Type is not null && !line.IsProvince && !provinces.Contains(line.Province)) yield return Language.Say("The file has no province of this province_code.", "Tệp không có tỉnh với province_code này.");
        }
    }
}
