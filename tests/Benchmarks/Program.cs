using Ecosystem.Benchmarks;
using Ecosystem.Benchmarks.Forecasts;
using Ecosystem.Benchmarks.Reports;

var figures = new Figures();
if (Wanted("append")) await AppendBenchmark.Run(figures);
if (Wanted("lag")) await LagBenchmark.Run(figures);
if (Wanted("rebuild")) await RebuildBenchmark.Run(figures);
if (Wanted("idle")) await IdleBenchmark.Run(figures);
if (Wanted("gateway")) await GatewayBenchmark.Run();
if (Wanted("door")) await DoorBenchmark.Run(figures);
if (Wanted("crowd")) await CrowdBenchmark.Run(figures);
if (Wanted("limits")) await LimitsBenchmark.Run(figures);
if (Wanted("shedding")) await SheddingBenchmark.Run(figures);
if (Wanted("routing")) await RoutingBenchmark.Run(figures);
if (Wanted("sweep")) await SweepBenchmark.Run(figures);
if (Wanted("forecast")) ForecastBenchmark.Run(figures);
if (Wanted("reports")) await ReportsBenchmark.Run(figures);
return figures.AnyShort ? 1 : 0;

bool Wanted(string name) => args is [] || args.Contains(name);
