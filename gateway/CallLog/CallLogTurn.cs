using Npgsql;

namespace Ecosystem.Gateway.CallLog;

/// <summary>Gives the gateways their turns at one work, under a lock that ends with its connection. Trouble raises the alarm, and it is tried again.</summary>
internal sealed class CallLogTurn<TWork>(TWork work, NpgsqlDataSource database, CallLogTroubles troubles) : BackgroundService where TWork : ICallLogWork
{
    private static readonly TimeSpan SlowestPace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (work.Every is not { } every) return;
        using var pace = new PeriodicTimer(every / 4 < SlowestPace ? every / 4 : SlowestPace);
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Step(stoppingToken)) { }
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                troubles.Raise(TWork.Name, trouble.Message);
            }
        }
    }

    private async Task<bool> Step(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var turn = await connection.BeginTransactionAsync(ct);
        await using var take = new NpgsqlCommand("select pg_try_advisory_xact_lock(hashtextextended('call log ' || $1, 0))", connection) { Parameters = { new() { Value = TWork.Name } } };
        if (await take.ExecuteScalarAsync(ct) is not true || !await work.Next(connection, ct)) return false;
        await turn.CommitAsync(ct);
        return true;
    }
}
