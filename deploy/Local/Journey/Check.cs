namespace Ecosystem.Local;

/// <summary>What must hold in a step; says so in the step's line when it does not.</summary>
internal static class Check
{
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new LocalProblem(otherwise);
        }
    }
}
