using Ecosystem.Local;

const string Usage = "Commands: run [--exit] [--instances 1..3] [--sandbox] | test [--only Unit|Integration|EndToEnd] | bench [name ...] | soak [reports] | rewind all|<time> | infra up | infra down";

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
        ["soak"] => await SoakCommand.Run(5000, progress, interruption.Token),
        ["soak", var reports] when int.TryParse(reports, out var number) => await SoakCommand.Run(number, progress, interruption.Token),
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
