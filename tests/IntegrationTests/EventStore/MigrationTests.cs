namespace Ecosystem.IntegrationTests.EventStore;

public sealed class MigrationTests
{
    [Fact]
    public async Task Several_instances_start_at_once_on_an_empty_server()
    {
        var database = Instance.NewDatabase();

        var instances = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Instance.Start(database)));

        await instances[0].Add(Guid.CreateVersion7(), 1);
        Assert.Equal(1, await instances[3].Scalar<long>("select count(*) from mt_events"));
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_with_a_clear_message()
    {
        var database = Instance.NewDatabase();
        await using (var one = await Instance.Start(database))
            await one.Scalar<int>("insert into schema_versions (component, number, name) values ('event_store', 999, 'of the future') returning number");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Instance.Start(database));

        Assert.Contains("newer", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("999", refusal.Message, StringComparison.Ordinal);
    }
}
