using System.Globalization;

namespace Ecosystem.Local;

/// <param name="Exit">Leave after the journey instead of staying up.</param>
/// <param name="Instances">Processes of the gateway and of each service.</param>
internal sealed record RunArguments(bool Exit, int Instances)
{
    public static RunArguments Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new(false, 1),
        ["--exit", .. var rest] => Parse(rest) with { Exit = true },
        ["--instances", "1" or "2" or "3", .. var rest] => Parse(rest) with { Instances = int.Parse(arguments[1], CultureInfo.InvariantCulture) },
        _ => throw new LocalProblem($"'{arguments[0]}' is unknown here: run [--exit] [--instances 1..3]"),
    };
}
