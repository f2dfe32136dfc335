using System.Runtime.CompilerServices;
using System.Text;
using Ecosystem.Coordination;

namespace Ecosystem.UnitTests.Coordination;

public class UnitsFileTests
{
    private const string Header = "code,name,type,province_code\n";

    [Fact]
    public void The_official_list_is_without_fault()
    {
        var file = UnitsFile.Parse(File.ReadAllText(OfficialList()));

        Assert.Empty(file.Errors);
        Assert.Equal((34, 3321), (file.Lines.Count(line => line.IsProvince), file.Lines.Count(line => !line.IsProvince)));
        Assert.Contains(file.Lines, line => line is { Code: "00082", Name: "Cửa Nam", Type: UnitType.Ward, Province: "01" });
    }

    [Fact]
    public void Other_line_ends_a_byte_order_mark_and_decomposed_letters_change_nothing()
    {
        var file = UnitsFile.Parse($"\uFEFF{Header}01,Hà Nội,municipality,\n".Normalize(NormalizationForm.FormD).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Empty(file.Errors);
        Assert.Equal("Hà Nội", Assert.Single(file.Lines).Name);
    }

    [Theory]
    [InlineData("1,Hà Nội,municipality,", 1)]
    [InlineData("٠١,Hà Nội,municipality,", 1)]
    [InlineData("01, Hà Nội,municipality,", 1)]
    [InlineData("01,\"Hà Nội\",municipality,", 1)]
    [InlineData("01,H\u0007,municipality,", 1)]
    [InlineData("01,H\ufffe,municipality,", 1)]
    [InlineData("01,Hà Nội,city,", 1)]
    [InlineData("01,Hà Nội,municipality,24", 1)]
    [InlineData("00082,Cửa Nam,ward,", 1)]
    [InlineData("00082,Cửa Nam,municipality,", 1)]
    [InlineData("24,Cửa Nam,ward,99", 2)]
    [InlineData("x,,y,99", 3)]
    [InlineData("01,Hà Nội", 1)]
    public void Every_fault_of_a_line_is_told(string line, int faults)
    {
        var errors = UnitsFile.Parse($"{Header}99x,Đúng,province,\n{line}\n").Errors;

        Assert.Equal(faults, errors["line 3"].Length);
    }

    [Fact]
    public void All_wrong_lines_are_told_at_once() =>
        Assert.Equal(["line 3", "line 4", "line 5"], UnitsFile.Parse($"{Header}01,Hà Nội,municipality,\n01,Hà Nội,municipality,\n00082,Cửa Nam,ward,02\n,,,\n").Errors.Keys.Order());

    [Theory]
    [InlineData("")]
    [InlineData("code;name\n")]
    [InlineData("00082,Cửa Nam,ward,01\n")]
    public void Another_header_is_another_file(string text) => Assert.Equal(["line 1"], UnitsFile.Parse(text).Errors.Keys);

    [Fact]
    public void A_file_without_units_or_with_far_too_many_lines_is_refused()
    {
        Assert.Equal(["line 2"], UnitsFile.Parse(Header).Errors.Keys);
        Assert.Single(UnitsFile.Parse(Header + new string('\n', 100_000) + "x").Errors);
    }

    [Fact]
    public void A_unit_does_not_move_to_another_province()
    {
        var file = UnitsFile.Parse($"{Header}01,Hà Nội,municipality,\n24,Bắc Ninh,province,\n00082,Cửa Nam,ward,24\n");

        Assert.Empty(file.Against(new Dictionary<string, string> { ["01"] = "" }).Errors);
        Assert.Equal(["line 4"], file.Against(new Dictionary<string, string> { ["00082"] = "01" }).Errors.Keys);
    }

    private static string OfficialList([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../services/Coordination/Data/administrative-units.csv");
}
