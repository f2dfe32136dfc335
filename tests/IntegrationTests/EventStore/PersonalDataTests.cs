using Ecosystem.EventSourcing;

namespace Ecosystem.IntegrationTests.EventStore;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task Only_the_persons_key_opens_a_sealed_text_and_erasing_it_erases_the_person()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var data = one.Get<PersonalData>();
        var text = await data.Seal("an", "Nguyễn Văn An, 0912345678", default);

        Assert.DoesNotContain("0912345678", text.Cipher, StringComparison.Ordinal);
        Assert.Equal("Nguyễn Văn An, 0912345678", await data.Open("an", text, default));
        await data.Erase("an", default);
        Assert.Null(await data.Open("an", text, default));
    }

    [Fact]
    public async Task Sealing_while_the_person_is_being_erased_never_fails()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var data = one.Get<PersonalData>();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => n % 2 == 0 ? data.Erase("an", default) : data.Seal("an", $"{n}", default).AsTask()));

        Assert.Equal("after", await data.Open("an", await data.Seal("an", "after", default), default));
    }

    [Fact]
    public async Task A_text_sealed_for_one_person_does_not_open_as_anothers()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var data = one.Get<PersonalData>();
        var text = await data.Seal("an", "secret", default);
        await data.Seal("binh", "else", default);

        Assert.Null(await data.Open("binh", text, default));
    }

    [Fact]
    public async Task Who_was_erased_and_comes_back_starts_anew()
    {
        await using var one = await Instance.Start(Instance.NewDatabase());
        var data = one.Get<PersonalData>();
        var old = await data.Seal("an", "before", default);
        await data.Erase("an", default);

        var fresh = await data.Seal("an", "after", default);

        Assert.Null(await data.Open("an", old, default));
        Assert.Equal("after", await data.Open("an", fresh, default));
    }

    [Fact]
    public async Task Two_instances_at_once_make_one_key()
    {
        var database = Instance.NewDatabase();
        await using var one = await Instance.Start(database);
        await using var other = await Instance.Start(database);

        var texts = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? one : other).Get<PersonalData>().Seal("an", $"{n}", default).AsTask()));
        var opened = await Task.WhenAll(texts.Select((text, n) => (n % 2 == 0 ? other : one).Get<PersonalData>().Open("an", text, default).AsTask()));

        Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n}"), opened);
    }
}
