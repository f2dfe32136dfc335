using System.Text;

namespace Ecosystem.EndToEnd.BadInput.Fuzz;

/// <summary>One generated request; the same seed in the same scene makes the same one.</summary>
internal sealed record Shot(int Seed, Operation Operation, string Target, byte[]? Body, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static Shot Make(int seed, Operation operation, Values values)
    {
        var random = new Random(seed);
        var target = operation.Parameters.Where(parameter => parameter.In == "path").Aggregate(operation.Path, (path, parameter) =>
            path.Replace($"{{{parameter.Name}}}", Escaped(random.Next(4) > 0 ? values.InPath(operation, parameter.Name, random) : Short(Nasty.Texts[random.Next(Nasty.Texts.Length)].Replace('\0', '\u0001'))), StringComparison.Ordinal));
        var hasBody = operation.BodyType is not null ^ random.Next(20) == 0;
        return new(
            seed, operation, $"{target}?{Query(operation, values, random)}", hasBody ? new Spoiler(values).Body(operation, random) : null,
            random.Next(10) > 0 ? operation.BodyType ?? "application/json" : Nasty.ContentTypes[random.Next(Nasty.ContentTypes.Length)],
            [.. Nasty.Headers.Where(_ => random.Next(12) == 0).Select(header => (header.Name, header.Values[random.Next(header.Values.Length)]))]);
    }

    public HttpRequestMessage Request(Uri address, string token)
    {
        var request = new HttpRequestMessage(new(Operation.Method), new Uri(address, Target));
        if (Body is not null) request.Content = new ByteArrayContent(Body);
        request.Content?.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        request.Headers.Authorization = new("Bearer", token);
        foreach (var (name, value) in Headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public override string ToString() =>
        $"seed {Seed}: {Operation.Method} {Target}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {Short(header.Value)}"))}\nContent-Type: {ContentType}\n\n{(Body is null ? "" : Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 3000))))}";

    private static string Query(Operation operation, Values values, Random random) => string.Join('&', operation.Parameters.Where(parameter => parameter.In == "query" && random.Next(2) == 0)
        .Select(parameter => $"{parameter.Name}={Escaped(random.Next(2) == 0 ? $"{values.Fitting(operation, parameter.Name, parameter.Schema, random)}" : Short(Nasty.Texts[random.Next(Nasty.Texts.Length)]))}")
        .Concat(random.Next(20) == 0 ? ["x=%ff%fe", "=", "&&", "limit=5", "limit=6"] : []));

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    private static string Short(string text) => text.Length > 250 ? text[..250] : text;
}
