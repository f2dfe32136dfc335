using System.Text.Json.Nodes;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Analytics;
using Ecosystem.Feedback.OpenData;
using Ecosystem.Feedback.Reports;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.OpenData;

public sealed class PublicReportTests
{
    private static readonly Guid Id = Guid.NewGuid();

    private static readonly Row<ReportFact> Row = new(Id, 1, 1, Fact(new ReportSubmitted(Reporter.Id, "lighting", "00082", Words, Now.AddHours(-3), Spot: new(21.02, 105.84))));

    [Fact]
    public void A_line_of_CSV_has_a_cell_for_each_column()
    {
        var (header, line) = (PublicReport.CsvHeader.TrimEnd().Split(','), PublicReport.Csv(Row).TrimEnd().Split(','));

        Assert.Equal(header.Length, line.Length);
        Assert.Equal($"{Id},lighting,00082,{Unit},app,normal,answered,2026-11-22,2026-11-22,120,true,0,21.02,105.84", string.Join(',', line));
    }

    [Fact]
    public void JSON_has_the_same_fields()
    {
        var json = JsonNode.Parse(PublicReport.Json(Row))!.AsObject();

        Assert.Equal(PublicReport.Fields.Select(one => one.Name), json.Select(member => member.Key));
        Assert.Equal((120, true), (json["answerMinutes"]!.GetValue<int>(), json["answeredOnTime"]!.GetValue<bool>()));
    }

    [Fact]
    public void GeoJSON_names_the_longitude_first_and_has_no_geometry_without_a_position()
    {
        Assert.Equal("[105.84,21.02]", JsonNode.Parse(PublicReport.Feature(Row))!["geometry"]!["coordinates"]!.ToJsonString());
        Assert.Null(JsonNode.Parse(PublicReport.Feature(Row with { Data = Fact((ReportSubmitted)Submitted) }))!["geometry"]);
    }

    [Fact]
    public void Neither_the_person_nor_the_words_nor_the_tracking_code_are_in_it()
    {
        var all = PublicReport.Csv(Row) + PublicReport.Json(Row) + PublicReport.Feature(Row);

        Assert.DoesNotContain(Reporter.Id, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.Cipher, all, StringComparison.Ordinal);
        Assert.DoesNotContain(TrackingCode.Of(Id), all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_confidential_report_is_private() =>
        Assert.True(Fact((ReportSubmitted)Submitted with { IsConfidential = true }).IsPrivate);

    [Theory]
    [InlineData("2026-11-21.csv", "csv")]
    [InlineData("2026-11-21.ndjson", "ndjson")]
    [InlineData("2026-11-21.geojson", "geojson")]
    public void Files_are_named_for_their_day_and_format(string file, string format)
    {
        var read = OpenFormat.Read(file);

        Assert.Equal((new DateOnly(2026, 11, 21), format), (read!.Value.Day, read.Value.Format.Extension));
        Assert.Equal($"/v1/open-data/reports/{file}", OpenFormat.UrlOf(read.Value.Day, read.Value.Format));
    }

    [Theory]
    [InlineData("2026-11-31.csv")]
    [InlineData("2026-11-21.xls")]
    [InlineData("2026-11-21")]
    [InlineData("../etc/passwd")]
    [InlineData("2026-11-21.csv.csv")]
    public void Other_names_are_no_files(string file) => Assert.Null(OpenFormat.Read(file));

    private static ReportFact Fact(ReportSubmitted submitted) => new ReportEvent[] { submitted, Assigned, Accepted, Answered }.Aggregate((ReportFact?)null, (fact, happened) => ReportFact.Fold(fact, Id, happened))!;
}
