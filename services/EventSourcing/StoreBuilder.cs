using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ecosystem.EventSourcing;

/// <summary>What one service keeps: its streams, views and projections, and what others may hear of them.</summary>
public sealed class StoreBuilder
{
    private readonly IServiceCollection services;

    internal StoreBuilder(IServiceCollection services) => this.services = services;

    internal EventTypes Types { get; } = new();

    internal List<string> ViewNames { get; } = [];

    internal List<IProjection> Projections { get; } = [];

    internal Func<Recorded, IEnumerable<object>>? Announcements { get; private set; }

    internal bool IsDispensable { get; private set; }

    /// <summary>For a program that has work without its store: it starts and is ready while the database is away, and makes its tables later.</summary>
    public StoreBuilder Dispensable()
    {
        IsDispensable = true;
        return this;
    }

    /// <summary>A kind of stream. Every event below <typeparamref name="TEvent"/> needs a <see cref="StoredAttribute"/>.</summary>
    public StreamBuilder<TState, TEvent> Stream<TState, TEvent>(string name, Func<Guid, TState> start, Func<TState, TEvent, TState> evolve) where TEvent : notnull
    {
        Types.Add(typeof(TEvent));
        var definition = new StreamDefinition<TState, TEvent>(name, start, evolve);
        services.AddSingleton(definition);
        services.AddScoped(provider => new EventStream<TState, TEvent>(
            definition, provider.GetRequiredService<StreamLog>(), provider.GetRequiredService<Appender>(), provider.GetRequiredService<Cause>()));
        return new(this, definition);
    }

    /// <summary>A read model over many streams, kept up by a background runner exactly once per event.</summary>
    /// <param name="on">Pure: which rows an event changes, and how.</param>
    public StoreBuilder Projection<TRow>(string name, Func<Recorded, IEnumerable<Change<TRow>>> on) where TRow : class
    {
        Projections.Add(new Projection<TRow>(name, on));
        AddReadModel<TRow>($"projection_{name}");
        return this;
    }

    /// <summary>What other services may hear of an event: contracts with ids, without personal data. Called once.</summary>
    public StoreBuilder Announce(Func<Recorded, IEnumerable<object>> of)
    {
        Announcements = of;
        return this;
    }

    internal void AddReadModel<TRow>(string table) =>
        services.AddSingleton(provider => new ReadModel<TRow>(provider.GetRequiredService<NpgsqlDataSource>(), table));
}

/// <summary>Goes on describing one kind of stream, or the next.</summary>
public sealed class StreamBuilder<TState, TEvent> where TEvent : notnull
{
    private readonly StoreBuilder store;
    private readonly StreamDefinition<TState, TEvent> definition;

    internal StreamBuilder(StoreBuilder store, StreamDefinition<TState, TEvent> definition) => (this.store, this.definition) = (store, definition);

    /// <summary>The read model of one stream, at most one a kind, stored in the same transaction as the events: never behind.</summary>
    /// <param name="fold">Pure; null = no row (yet).</param>
    public StreamBuilder<TState, TEvent> View<TRow>(string name, Func<TRow?, Guid, TEvent, TRow?> fold) where TRow : class
    {
        if (definition.View is not null) throw new InvalidOperationException($"{definition.Name} has a view already.");
        definition.View = new(name, (row, id, happened) => fold((TRow?)row, id, happened));
        store.ViewNames.Add(name);
        store.AddReadModel<TRow>($"(select * from view_{name} where view = '{name}') as v");    // with the view's name the primary key finds an id
        return this;
    }

    public StreamBuilder<TOther, TOtherEvent> Stream<TOther, TOtherEvent>(string name, Func<Guid, TOther> start, Func<TOther, TOtherEvent, TOther> evolve) where TOtherEvent : notnull =>
        store.Stream(name, start, evolve);

    public StoreBuilder Projection<TRow>(string name, Func<Recorded, IEnumerable<Change<TRow>>> on) where TRow : class => store.Projection(name, on);

    public StoreBuilder Announce(Func<Recorded, IEnumerable<object>> of) => store.Announce(of);
}
