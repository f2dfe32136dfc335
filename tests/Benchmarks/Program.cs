using Ecosystem.Benchmarks;
using Ecosystem.Benchmarks.Forecasts;
using Ecosystem.Benchmarks.Reports;

var figures = new Figures();
if (args is [] or ["append"]) await AppendBenchmark.Run(figures);
if (args is [] or ["lag"]) await LagBenchmark.Run(figures);
if (args is [] or ["rebuild"]) await RebuildBenchmark.Run(figures);
if (args is [] or ["idle"]) await IdleBenchmark.Run(figures);
if (args is [] or ["gateway"]) await GatewayBenchmark.Run();
if (args is [] or ["door"]) await DoorBenchmark.Run(figures);
if (args is [] or ["limits"]) await LimitsBenchmark.Run(figures);
if (args is [] or ["shedding"]) await SheddingBenchmark.Run(figures);
if (args is [] or ["routing"]) await RoutingBenchmark.Run(figures);
if (args is [] or ["sweep"]) await SweepBenchmark.Run(figures);
if (args is [] or ["forecast"]) ForecastBenchmark.Run(figures);
if (args is [] or ["reports"]) await ReportsBenchmark.Run(figures);
return figures.AnyShort ? 1 : 0;
