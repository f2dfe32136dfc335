using Ecosystem.Local;

using var interruption = new Interruption();
var progress = new Progress(Console.Out);
try
{
    return args switch
    {
        ["infra", "up"] => await InfraCommand.Up(progress, interruption.Token),
        ["infra", "down"] => await InfraCommand.Down(progress),
        _ => throw new LocalProblem("Commands: infra up | infra down"),
    };
}
catch (LocalProblem problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
{
    return 130;
}
