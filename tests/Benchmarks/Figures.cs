using System.Globalization;

namespace Ecosystem.Benchmarks;

/// <summary>One line a figure: name, value, unit, goal, and whether it is reached.</summary>
internal sealed class Figures
{
    public bool AnyShort { get; private set; }

    public void AtLeast(string name, double value, string unit, double goal) => Print(name, value, unit, $">={goal.ToString(CultureInfo.InvariantCulture)}", value >= goal);

    public void AtMost(string name, double value, string unit, double goal) => Print(name, value, unit, $"<={goal.ToString(CultureInfo.InvariantCulture)}", value <= goal);

    /// <summary>A figure without a goal: what the others are to be read against.</summary>
    public static void Tell(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {value,12:0.00} {unit,-12} {"none",-10} ok"));

    private void Print(string name, double value, string unit, string goal, bool reached)
    {
        AnyShort |= !reached;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-48} {value,12:0.00} {unit,-12} {goal,-10} {(reached ? "ok" : "short")}"));
    }
}
