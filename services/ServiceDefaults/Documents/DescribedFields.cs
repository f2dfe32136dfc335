using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Ecosystem.ServiceDefaults;

/// <summary>Gives every field and parameter its meaning: its own [Description], else its comment, else the term of that name.</summary>
internal static class DescribedFields
{
    private const string ReferencedSchema = "x-schema-id", BesideReference = "x-ref-description";    // where the framework keeps both until it writes the reference

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo is { } field && (Own(field) ?? Written(schema) ?? Commented(field) ?? TermAttribute.Find(field.DeclaringType.Assembly, field.Name)) is { } meaning)
            Say(schema, meaning);
        return Task.CompletedTask;
    }

    public static void Describe(OpenApiParameter parameter, MethodInfo? handler) =>
        parameter.Description ??= Comments.OfParameter(handler, parameter.Name!) ?? TermAttribute.Find(handler?.DeclaringType?.Assembly, parameter.Name!);

    private static string? Own(JsonPropertyInfo field) =>
        Attribute(field.AttributeProvider) ?? Attribute(field.AssociatedParameter?.AttributeProvider);

    private static string? Commented(JsonPropertyInfo field) =>
        field.AttributeProvider is MemberInfo member ? Comments.OfField(field.DeclaringType, member.Name) : null;

    private static string? Attribute(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: false) is [DescriptionAttribute { Description: var text }] ? text : null;

    /// <summary>What the field's XML comment says; the text of a referenced schema is about the type and not about the field.</summary>
    private static string? Written(OpenApiSchema schema) =>
        IsReferenced(schema) ? Noted(schema, BesideReference) : schema.Description;

    private static void Say(OpenApiSchema schema, string meaning)
    {
        if (IsReferenced(schema))
            schema.Metadata![BesideReference] = meaning;
        else
            schema.Description = meaning;
    }

    private static bool IsReferenced(OpenApiSchema schema) => Noted(schema, ReferencedSchema) is { Length: > 0 };

    private static string? Noted(OpenApiSchema schema, string key) => schema.Metadata?.TryGetValue(key, out var value) == true ? value as string : null;
}
