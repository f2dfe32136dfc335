using Ecosystem.Local;

const string Usage = "Commands: run [--exit] [--instances 1..3] | test [--only Unit|Integration|EndToEnd] | bench [name ...] | rewind all|<time> | infra up | infra down";

using var interruption = new Interruption();
// The figures alone are on the standard output of a benchmark.
var progress = new Progress(args is ["bench", ..] ? Console.Error : Console.Out);
try
{
    return args switch
    {
        ["run", .. var rest] => await RunCommand.Run(RunArguments.Parse(rest), progress, interruption.Token),
        ["test"] => await TestCommand.Run(null, progress, interruption.Token),
        ["test", "--only", var project] => await TestCommand.Run(project, progress, interruption.Token),
        ["bench", .. var rest] => await BenchCommand.Run(rest, progress, interruption.Token),
        ["rewind", var from] => await RewindCommand.Run(from, progress, interruption.Token),
        ["infra", "up"] => await InfraCommand.Up(progress, interruption.Token),
        ["infra", "down"] => await InfraCommand.Down(progress),
        _ => throw new LocalProblem(Usage),
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
