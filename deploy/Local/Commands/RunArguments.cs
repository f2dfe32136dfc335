using System.Globalization;

namespace Ecosystem.Local;

/// <param name="Exit">Leave after the journey instead of staying up.</param>
/// <param name="Instances">Processes of the gateway and of each service.</param>
/// <param name="Sandbox">Start a sandbox beside the live services, and play the journey into it too.</param>
internal sealed record RunArguments(bool Exit, int Instances, bool Sandbox)
{
    public static RunArguments Parse(ReadOnlySpan<string> arguments) => arguments switch
    {
        [] => new(false, 1, false),
        ["--exit", .. var rest] => Parse(rest) with { Exit = true },
        ["--sandbox", .. var rest] => Parse(rest) with { Sandbox = true },
        ["--instances", "1" or "2" or "3", .. var rest] => Parse(rest) with { Instances = int.Parse(arguments[1], CultureInfo.InvariantCulture) },
        _ => throw new LocalProblem($"'{arguments[0]}' is unknown here: run [--exit] [--instances 1..3] [--sandbox]"),
    };
}
