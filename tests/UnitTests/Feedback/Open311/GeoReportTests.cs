using System.Text.Json.Nodes;
using System.Xml.Linq;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Open311;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using static Ecosystem.UnitTests.Feedback.Given;

namespace Ecosystem.UnitTests.Feedback.Open311;

public class GeoReportTests
{
    private static readonly OrganisationRow
        CuaNam = new("01.00082.UBND", "Ủy ban nhân dân phường Cửa Nam", "UBND", "00082", "01"),
        BaDinh = new("01.00004.UBND", "Ủy ban nhân dân phường Ba Đình", "UBND", "00004", "01");

    [Fact]
    public void Xml_has_the_root_that_json_leaves_out()
    {
        var answer = new[] { new Posted("7", "Ai & ai < 2") };

        Assert.Equal("""[{"service_request_id":"7","service_notice":"Ai & ai < 2","account_id":null}]""", GeoReport.Write(Format.Json, "service_requests", answer));
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests><request><service_request_id>7</service_request_id><service_notice>Ai &amp; ai &lt; 2</service_notice><account_id /></request></service_requests>",
            GeoReport.Write(Format.Xml, "service_requests", answer));
    }

    [Fact]
    public void A_definition_is_one_object_with_its_lists_inside()
    {
        var xml = XDocument.Parse(GeoReport.Write(Format.Xml, "service_definition", new Definition("lighting", ReadService.Attributes([CuaNam], Shipped.Find("lighting")!))));

        var commune = xml.Root!.Element("attributes")!.Elements("attribute").First();
        Assert.Equal(["commune", "singlevaluelist", "true"], new[] { "code", "datatype", "variable" }.Select(name => commune.Element(name)!.Value));
        Assert.Equal(["00082", "phường Cửa Nam"], commune.Element("values")!.Element("value")!.Elements().Select(element => element.Value));
    }

    [Theory]
    [InlineData(401, 403)]
    [InlineData(403, 403)]
    [InlineData(404, 404)]
    [InlineData(415, 400)]
    [InlineData(422, 400)]
    [InlineData(503, 503)]
    public void Statuses_are_those_of_the_standard(int ours, int told) => Assert.Equal(told, GeoReportErrors.StatusOf(ours));

    [Fact]
    public void Every_wrong_field_is_an_error_of_its_own() => Assert.Equal(
        [new Fault(400, "page: No number."), new Fault(400, "status: Unknown.")],
        GeoReportErrors.Faults(JsonNode.Parse("""{"title": "Wrong", "errors": {"page": ["No number."], "status": ["Unknown."]}}""")!, 400));

    [Fact]
    public void A_commune_is_known_by_its_code_by_its_name_or_by_being_the_only_one()
    {
        Assert.Equal("00004", Communes.Find([CuaNam, BaDinh], [null, "00004"], "phường Cửa Nam"));
        Assert.Equal("00082", Communes.Find([CuaNam, BaDinh], [null], "12 phố Hàng Bông, Phường Cửa Nam, Hà Nội"));
        Assert.Equal("00082", Communes.Find([CuaNam], [], address: null));
        Assert.Null(Communes.Find([CuaNam, BaDinh], ["12"], "12 phố Hàng Bông"));
        Assert.Null(Communes.Find([CuaNam, BaDinh], [], "giữa phường Cửa Nam và phường Ba Đình"));
    }

    [Fact]
    public void Nothing_that_anybody_wrote_goes_out()
    {
        var row = new Row<ReportRow>(Guid.Empty, 1, 1, new("0000", Reporter.Id, "lighting", "00082", Words, Now) { Unit = Unit, Answer = Answer, Status = ReportStatus.Answered });

        var written = GeoReport.Write(Format.Json, "service_requests", new[] { ServiceRequest.Of(row, new Dictionary<string, string> { [Unit] = CuaNam.Name }, Shipped) });

        Assert.Contains("\"status\":\"closed\"", written, StringComparison.Ordinal);
        Assert.Contains("\"address\":\"phường Cửa Nam\"", written, StringComparison.Ordinal);
        Assert.All(new[] { Words.Cipher, Answer.Cipher + "\"", Reporter.Id }, word => Assert.DoesNotContain(word, written, StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_is_90_days_at_most_and_the_last_90_where_none_is_named()
    {
        Assert.Equal((Now.AddDays(-90), Now), new ListRequests.Search().Period(Now));
        Assert.Equal((Now.AddDays(-90), Now), new ListRequests.Search(End: $"{Now:O}").Period(Now));
        Assert.Equal(Open311Problems.WrongPeriod, ProblemOf(() => new ListRequests.Search(Start: "2026-01-01T00:00:00Z", End: "2026-06-01T00:00:00Z").Period(Now)));
        Assert.Equal(Open311Problems.WrongPeriod, ProblemOf(() => new ListRequests.Search(Start: "yesterday").Period(Now)));
    }

    [Fact]
    public void Words_keep_what_a_report_has_no_field_for()
    {
        var form = RequestForm.Read(new FormCollection(new()
        {
            ["description"] = "Đèn đường hỏng.", ["first_name"] = "Lan", ["last_name"] = "Nguyễn", ["media_url"] = "https://example.vn/1.jpg", ["attribute[commune][]"] = "00082", ["email"] = " ", ["lat"] = "north",
        }));

        Assert.Equal("Đèn đường hỏng.\nNgười phản ánh: Nguyễn Lan\nẢnh: https://example.vn/1.jpg", form.Words());
        Assert.Equal(("00082", (string?)null), (form.Commune, form.Email));
        Assert.True(double.IsNaN(form.Place()!.Latitude!.Value));
    }

    [Fact]
    public void A_systems_reports_have_reporters_of_their_own_and_a_citizens_the_citizen()
    {
        Assert.Equal(Reporter.Id, PostRequest.ReporterOf(Guid.Empty, Reporter));
        Assert.NotEqual(PostRequest.ReporterOf(Guid.NewGuid(), System), PostRequest.ReporterOf(Guid.NewGuid(), System));
    }

    private static readonly Catalogue Shipped = CategoryPlan.New(CategoryPlan.Id).At(Now);

    private static readonly SystemClient System = new("31/01.00082.UBND/app", []);
}
