using Ecosystem.EventSourcing;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class ViewTests
{
    [Fact]
    public async Task A_view_is_there_with_the_answer()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 10, "A");
        var written = await one.Add(parcel, 5, "B");

        var row = await one.Get<ReadModel<ParcelRow>>().Find(parcel, default);

        Assert.Equal(new Row<ParcelRow>(parcel, 2, written.Position, new("B", 15, 2)) { CreatedPosition = 1 }, row);
    }

    [Fact]
    public async Task A_view_left_behind_by_a_foreign_append_is_repaired_by_the_next_one()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 10);
        await AppendAsMartenDoes(one, parcel);

        var written = await one.Add(parcel, 1);
        var row = await one.Get<ReadModel<ParcelRow>>().Find(parcel, default);

        Assert.Equal((3, 3), (written.Version, row!.Version));
        Assert.Equal(new("A", 111, 3), row.Data);
    }

    [Fact]
    public async Task The_past_is_as_it_was_and_history_tells_who_did_what()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var parcel = Guid.CreateVersion7();
        await one.Add(parcel, 10, cause: cause => cause.By = "an");
        await one.Add(parcel, 5, cause: cause => cause.By = "binh");

        var history = await one.Get<StreamLog>().History(parcel, default);
        var then = await one.Read(parcels => parcels.View<ParcelRow>(parcel, default, history[0].At));
        var before = await one.Read(parcels => parcels.View<ParcelRow>(parcel, default, history[0].At.AddSeconds(-1)));
        var now = await one.Read(parcels => parcels.View<ParcelRow>(parcel, default));

        Assert.Equal(["an", "binh"], history.Select(entry => entry.By));
        Assert.Equal((10, 15), (then!.Data.Grams, now!.Data.Grams));
        Assert.Null(before);
    }

    [Fact]
    public async Task Rows_of_several_keys_are_listed_newest_first_page_by_page_each_once()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        List<Guid> added = [];
        for (var n = 0; n < 12; n++)
        {
            added.Add(Guid.CreateVersion7());
            await one.Add(added[^1], n, "ABC"[n % 3].ToString());
        }

        var (parcels, seen) = (one.Get<ReadModel<ParcelRow>>(), new List<Guid>());
        for (var page = new PageRequest(3); page is not null;)
        {
            var read = await parcels.ListOfAny("data->>'shelf'", ["A", "C", "A"], "(data->>'grams')::int <> $2", [5], page, default);
            seen.AddRange(read.Items.Select(row => row.Id));
            page = read.Next is { } next ? new(3, next) : null;
        }

        Assert.Equal(Enumerable.Range(0, 12).Where(n => n % 3 != 1 && n != 5).Select(n => added[n]).Reverse(), seen);
        Assert.Empty((await parcels.ListOfAny("data->>'shelf'", [], "true", [], new(3), default)).Items);
    }

    private static async Task AppendAsMartenDoes(Instance instance, Guid parcel)
    {
        await using var command = instance.Database.CreateCommand(
            """
            with stream as (update mt_streams set version = version + 1 where id = $1 returning version)
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select nextval('mt_events_sequence'), gen_random_uuid(), $1, version, '{"grams": 100, "shelf": "A", "note": ""}', 'weight_added', now(), '*DEFAULT*', false from stream
            """);
        command.Parameters.Add(new() { Value = parcel });
        await command.ExecuteNonQueryAsync();
    }
}
