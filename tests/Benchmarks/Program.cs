using Ecosystem.Benchmarks;
using Ecosystem.Benchmarks.Forecasts;

var figures = new Figures();
if (args is [] or ["append"]) await AppendBenchmark.Run(figures);
if (args is [] or ["lag"]) await LagBenchmark.Run(figures);
if (args is [] or ["rebuild"]) await RebuildBenchmark.Run(figures);
if (args is [] or ["gateway"]) await GatewayBenchmark.Run();
if (args is [] or ["door"]) await DoorBenchmark.Run(figures);
if (args is [] or ["limits"]) await LimitsBenchmark.Run(figures);
if (args is [] or ["shedding"]) await SheddingBenchmark.Run(figures);
if (args is [] or ["forecast"]) ForecastBenchmark.Run(figures);
return figures.AnyShort ? 1 : 0;
