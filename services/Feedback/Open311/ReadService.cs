using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;

namespace Ecosystem.Feedback.Open311;

/// <summary>What can be told of a service beside the standard's own fields.</summary>
public static class ReadService
{
    private static readonly string[] YesNo = ["true", "false"];

    public static IReadOnlyList<Attribute> Attributes(IEnumerable<OrganisationRow> communes, Category category) =>
    [
        List("commune", 1, Language.Say("The commune; needed unless the address names it.", "Xã, phường; cần có nếu địa chỉ không nêu tên."), communes.Select(commune => new Choice(commune.Commune!, Communes.NameOf(commune.Name)!))),
        new(Variable: true, "title", "string", Required: false, Language.Say("2 to 250 characters", "2 đến 250 ký tự"), 2, Language.Say("A title.", "Tiêu đề."), []),
        List("severity", 3, Language.Say("How serious it is.", "Mức độ."),
            [new("urgent", Language.Say("danger to people", "nguy hiểm cho người")), new("normal", Language.Say("normal", "bình thường")), new("complex", Language.Say("concerns several agencies", "liên quan nhiều cơ quan"))]),
        List("confidential", 4, Language.Say("Whether only the coordinating unit may learn who reports.", "Chỉ đơn vị điều phối được biết người phản ánh."), YesNo.Select(value => new Choice(value, value))),
        .. category.Definition.Asked().Select((question, nr) => Of(question, nr + 5)),
    ];

    public static async Task<IResult> Handle(
        Format format, string code, [FromQuery(Name = "jurisdiction_id")] string? jurisdiction, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        var where = await Jurisdiction.Of(jurisdiction, organisations, ct);
        var category = categories.Value.Find(code) is { IsReportable: true } found ? found : throw new Refused(Open311Problems.UnknownService);
        return GeoReport.Answer(format, "service_definition", new Definition(code, Attributes(await Communes.All(organisations, where.Province, ct), category)));
    }

    /// <summary>Our kinds of questions are the standard's datatypes.</summary>
    private static Attribute Of(Question question, int order) => new(
        Variable: true, question.Code, $"{question.Kind}".ToLowerInvariant(), question.Required, DatatypeDescription: null, order, Language.Say(question.English, question.Vietnamese),
        [.. (question.Values ?? []).Select(value => new Choice(value.Key, value.Name()))]);

    private static Attribute List(string code, int order, string description, IEnumerable<Choice> choices) =>
        new(Variable: true, code, "singlevaluelist", Required: false, DatatypeDescription: null, order, description, [.. choices]);
}
