using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Configuration;
using Ecosystem.Feedback.Organisations;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;

namespace Ecosystem.Feedback.Open311;

/// <summary>Another system hands in a citizen's report by the standard's form; what it says is checked as any report is.</summary>
public static class PostRequest
{
    /// <summary>A citizen for itself. Of somebody for whom a system speaks we know no identity: a name of its own for each report, so that one can be erased without another.</summary>
    public static string ReporterOf(Guid report, Caller by) => by is Citizen ? by.Id : $"open311:{report:N}";

    public static async Task<IResult> Handle(
        Format format, HttpRequest request, Caller by, Intake intake, InForce<CategoryPlan, CategoryEvent, Catalogue> categories, ReadModel<OrganisationRow> organisations, Cause cause, CancellationToken ct)
    {
        var form = RequestForm.Read(await Fields(request, ct));
        var command = await CommandOf(form, categories.Value, organisations, ct);
        if (Faults(command, form, request.HttpContext.RequestServices) is { Count: > 0 } faults) return Refuse(format, request.HttpContext.Response, faults);
        var id = cause.NewId();
        var receipt = await intake.Submit(id, command, new(ReporterOf(id, by), Source.Open311), ct);
        return GeoReport.Answer(format, "service_requests", new[] { new Posted($"{receipt.Id}", Notice(receipt.Code)) });
    }

    /// <exception cref="Refused">There is no form, or it has too many fields, or too long ones.</exception>
    private static async Task<IFormCollection> Fields(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType) throw new Refused(RequestProblems.MalformedBody);
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            throw new Refused(RequestProblems.MalformedBody);
        }
    }

    /// <exception cref="Refused">There is no such service or place, or it is not clear which commune is meant.</exception>
    private static async Task<SubmitReport.Command> CommandOf(RequestForm form, Catalogue categories, ReadModel<OrganisationRow> organisations, CancellationToken ct)
    {
        var where = await Jurisdiction.Of(form.Jurisdiction, organisations, ct);
        if (form.ServiceCode is { } code && categories.Find(code) is not { IsReportable: true }) throw new Refused(Open311Problems.UnknownService);
        var all = await Communes.All(organisations, where.Province, ct);
        var commune = Communes.Find(all, [form.Commune, form.AddressId, where.Commune], form.Address) ?? throw new Refused(Open311Problems.UnclearCommune);
        Severity? severity = Enum.TryParse<Severity>(form.Severity, ignoreCase: true, out var known) ? known : null;
        return new(form.ServiceCode ?? "", form.Words(), commune, form.Place(), form.Contact(), form.Title, form.Confidential == "true", severity, form.Answers);
    }

    private static List<Fault> Faults(SubmitReport.Command command, RequestForm form, IServiceProvider services)
    {
        List<Fault> faults = [];
        if (form is { Latitude: null, Longitude: null, Address: null, AddressId: null }) faults.Add(new(400, Language.Say("A location is needed: lat and long, address_string or address_id.", "Cần có vị trí: lat và long, address_string hoặc address_id.")));
        foreach (var part in new object?[] { command, command.Place, command.Contact }.OfType<object>())
        {
            List<ValidationResult> wrong = [];
            Validator.TryValidateObject(part, new ValidationContext(part, services, items: null), wrong, validateAllProperties: true);
            faults.AddRange(wrong.Select(result => new Fault(400, $"{NameOf(result.MemberNames.FirstOrDefault())}: {result.ErrorMessage}")));
        }

        return faults;
    }

    private static string NameOf(string? member) => member switch
    {
        nameof(SubmitReport.Command.Category) => "service_code",
        nameof(SubmitReport.Command.Text) => "description",
        nameof(SubmitReport.Command.Commune) => "attribute[commune]",
        nameof(SubmitReport.Command.Title) => "attribute[title]",
        nameof(Place.Latitude) => "lat",
        nameof(Place.Longitude) => "long",
        nameof(Place.Description) => "address_string",
        nameof(Contact.Phone) => "phone",
        nameof(Contact.Email) => "email",
        _ when member?.StartsWith("answers.", StringComparison.Ordinal) is true => $"attribute[{member["answers.".Length..]}]",
        _ => "request",
    };

    private static IResult Refuse(Format format, HttpResponse response, List<Fault> faults)
    {
        response.StatusCode = StatusCodes.Status400BadRequest;
        return GeoReport.Answer(format, "errors", faults);
    }

    private static string Notice(string code) => Language.Say($"It is with the unit in charge; its tracking code is {code}.", $"Đã chuyển đơn vị phụ trách; mã tra cứu {code}.");
}
