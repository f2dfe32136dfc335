using System.Diagnostics.Metrics;
using Ecosystem.Gateway.CallLog;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ecosystem.UnitTests.Gateway;

public sealed class CallLogTroublesTests
{
    [Fact]
    public void Each_trouble_is_counted_and_each_work_is_told_of_once_a_minute()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var (clock, told) = (new Clock(), new Told());
        long counted = 0;
        var troubles = new CallLogTroubles(services.GetRequiredService<IMeterFactory>(), clock, told);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Name == "ecosystem.gateway.calls.troubles") listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, one, _, _) => counted += one);
        listener.Start();

        foreach (var seconds in new[] { 0, 59, 60, 61 })
        {
            clock.Now = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
            troubles.Raise("archive", $"full after {seconds} s");
        }
        troubles.Raise("time stamps", "away");

        Assert.Equal(5, counted);
        Assert.Equal(["full after 0 s", "full after 60 s", "away"], told.Texts.Select(text => text.Split(": ")[1]));
    }

    private sealed class Told : ILogger<CallLogTroubles>
    {
        public List<string> Texts { get; } = [];

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Texts.Add(formatter(state, exception));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
