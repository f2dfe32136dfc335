using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Ecosystem.ServiceDefaults;

/// <summary>
/// All that keeps a JSON value from being what a type asks for; the serializer stops at the first fault. What can be read is held against its validation
/// attributes too, and an object whose members are all right against its own rules. Values are never repeated, nor names that do not look like one.
/// </summary>
public sealed partial class BodyFaults
{
    private const int Most = 100;    // faults; more would help nobody
    private const string Root = "$";

    private readonly JsonSerializerOptions options;
    private readonly IServiceProvider services;
    private readonly Dictionary<string, string[]> found = [];

    private BodyFaults(JsonSerializerOptions options, IServiceProvider services) => (this.options, this.services) = (options, services);

    /// <summary>What is wrong by the path of the member, at most 100 of them; a value that is nothing of the kind asked for is wrong at "$".</summary>
    /// <exception cref="InvalidOperationException">A member's name is no Unicode.</exception>
    public static IReadOnlyDictionary<string, string[]> Of(JsonElement body, Type type, JsonSerializerOptions options, IServiceProvider services)
    {
        var faults = new BodyFaults(options, services);
        faults.Look(body, type, Root, rules: null);
        return faults.found;
    }

    private void Look(JsonElement value, Type type, string path, ICustomAttributeProvider? rules)
    {
        var before = found.Count;
        LookInside(value, options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type), path);
        try
        {
            var read = value.Deserialize(options.GetTypeInfo(type));
            Validate(read, path, rules);
            if (found.Count == before && read is IValidatableObject whole) ValidateWhole(whole, path);
        }
        catch (JsonException wrong)
        {
            if (found.Count == before) Note(path, ValidationTexts.WrongMember(wrong.Message));
        }
    }

    private void LookInside(JsonElement value, JsonTypeInfo type, string path)
    {
        if (type.PolymorphismOptions is not null) return;    // which members it has depends on its value: told as one
        if (type.Kind is JsonTypeInfoKind.Enumerable && value.ValueKind is JsonValueKind.Array)
            foreach (var (nr, item) in value.EnumerateArray().Index().TakeWhile(_ => found.Count < Most))
                Look(item, type.ElementType!, $"{path}[{nr}]", rules: null);
        else if (type.Kind is JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary && value.ValueKind is JsonValueKind.Object)
            LookAtMembers(value, type, path);
    }

    private void LookAtMembers(JsonElement value, JsonTypeInfo type, string path)
    {
        HashSet<string> given = [];
        foreach (var member in value.EnumerateObject().TakeWhile(_ => found.Count < Most))
        {
            var place = Below(path, member.Name);
            var property = type.Properties.FirstOrDefault(property => property.Name == member.Name);
            if (!given.Add(member.Name)) Note(place, ValidationTexts.Duplicate);
            else if (type.Kind is JsonTypeInfoKind.Dictionary) Look(member.Value, type.ElementType!, place, rules: null);
            else if (property is null) Note(place, ValidationTexts.Unknown);
            else if (member.Value.ValueKind is JsonValueKind.Null && !property.IsSetNullable) Note(place, ValidationTexts.Required);
            else Look(member.Value, property.PropertyType, place, property.AttributeProvider);
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !given.Contains(property.Name))) Note(Below(path, missing.Name), ValidationTexts.Required);
    }

    private void Validate(object? value, string path, ICustomAttributeProvider? rules)
    {
        if (rules?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).Cast<ValidationAttribute>() is not { } attributes) return;
        List<ValidationResult> wrong = [];
        var context = new ValidationContext(this, services, items: null) { MemberName = path, DisplayName = path };
        if (!Validator.TryValidateValue(value!, context, wrong, attributes)) Note(path, [.. wrong.Select(one => ValidationTexts.Translated(one.ErrorMessage!))]);
    }

    private void ValidateWhole(IValidatableObject whole, string path)
    {
        foreach (var wrong in whole.Validate(new ValidationContext(whole, services, items: null)))
            foreach (var name in wrong.MemberNames.Select(ValidationProblems.MemberPath)) Note(path == Root ? name : $"{path}.{name}", wrong.ErrorMessage!);
    }

    private void Note(string path, params string[] texts)
    {
        if (found.Count < Most) found.TryAdd(path, texts);
    }

    private static string Below(string path, string name) => !Name().IsMatch(name) ? path : path == Root ? name : $"{path}.{name}";

    [GeneratedRegex(@"^[A-Za-z0-9_]{1,100}\z")]
    private static partial Regex Name();
}
