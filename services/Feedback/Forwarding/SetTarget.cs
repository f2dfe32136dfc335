using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Ecosystem.EventSourcing;
using Ecosystem.Feedback.Categories;
using Ecosystem.Feedback.Reports;
using Ecosystem.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecosystem.Feedback.Forwarding;

/// <summary>The coordinating unit says which other agency's server takes which reports, by a decision and from a day on.</summary>
public static class SetTarget
{
    public sealed record Command(
        [property: Text(1, 200), Description("The agency's name.")] string Name,
        [property: Text(1, 500), Description("Where the addresses of its Open311 GeoReport v2 begin, e.g. https://api.example.vn/open311/v2.")] string Url,
        [property: Text(1, 100), Description("Number of the decision.")] string Decision,
        [property: Description("First day, e.g. 2026-12-01.")] DateOnly ValidFrom,
        [property: Description("The agency's service codes by our categories.")] IReadOnlyDictionary<string, string> Services,
        [property: Description("Last day; null: until another decision.")] DateOnly? ValidTo = null,
        [property: Text(1, 100), Description("jurisdiction_id to send; null: none.")] string? Jurisdiction = null,
        [property: MaxLength(500), Description("Organisations whose reports, and those of the units below, go there; null: all.")] IReadOnlyList<string>? Units = null,
        [property: Text(1, 255), Description("The agency's system among the partners, which may tell updates; null: updates are fetched.")] string? Partner = null,
        [property: Text(1, 4000), Description("The agency's key for us; null: as before, or none.")] string? Key = null) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            var categories = CategoryCodeAttribute.Categories(validationContext);
            if (Services.Count is 0 or > 200 || Services.Any(service => categories.Find(service.Key) is null || service.Value.Length is 0 or > 100))
                yield return new(Language.Say("It needs codes of /v1/categories with the agency's service codes.", "Cần có các mã tại /v1/categories kèm mã dịch vụ của cơ quan."), [nameof(Services)]);
            if (Units?.Any(unit => !OrganisationCode.IsValid(unit)) is true)
                yield return new(Language.Say("These must be codes of organisations.", "Phải là các mã tổ chức."), [nameof(Units)]);
            if (ValidTo < ValidFrom)
                yield return new(Language.Say("The last day lies before the first.", "Ngày cuối trước ngày đầu."), [nameof(ValidTo)]);
        }

        public TargetUse Use() => new(Name.Trim(), Url.TrimEnd('/'), Jurisdiction, Services.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. Units ?? []], Partner);
    }

    public static TargetEvent[] Decide(string code, Command command, Sealed? key, Target target, Official by, DateTimeOffset now)
    {
        CoordinatingUnit.Require(by);
        var last = target.Settings.LastOrDefault();
        var next = new TargetSet(code, by.Organisation[..2], command.Use(), key ?? last?.Key, command.Decision.Trim(), command.ValidFrom, command.ValidTo, now);
        var isSaid = last is not null && last.Use.SaysAs(next.Use) && (last.Key, last.Decision, last.ValidFrom, last.ValidTo) == (next.Key, next.Decision, next.ValidFrom, next.ValidTo);
        return isSaid ? [] : [next];
    }

    public static async Task<Ok<Written>> Handle(
        [RegularExpression("^[a-z0-9-]{1,50}$")] string code, Command command, Official by, EventStream<Target, TargetEvent> targets, Agencies agencies, PersonalData keys, TimeProvider clock, CancellationToken ct)
    {
        CoordinatingUnit.Require(by);
        if (command.Url.Contains('?')) throw new Refused(ForwardingProblems.TargetMalformed);
        await agencies.Require(command.Url, ct);
        var province = by.Organisation[..2];
        var known = (await targets.Load(Target.IdOf(province, code), ct)).State.Settings.LastOrDefault()?.Key;
        var key = command.Key is null ? null : await keys.SealAgain(Target.SubjectOf(province, code), command.Key, known, ct);
        return TypedResults.Ok((await targets.Append(Target.IdOf(province, code), target => Decide(code, command, key, target, by, clock.GetUtcNow()), ct)).Written);
    }
}
