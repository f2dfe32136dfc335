namespace Ecosystem.Gateway.Limits;

/// <summary>How much one gateway carries at once: section "Shedding" of the configuration, read at start.</summary>
public sealed class SheddingSettings
{
    /// <summary>Bounds of the requests in flight; between them the gateway finds out by itself.</summary>
    public int Least { get; init; } = 64;

    public int Most { get; init; } = 512;

    /// <summary>Slower answers to a submit or read than this mean that work queues up behind the gateway.</summary>
    public int TargetMilliseconds { get; init; } = 1000;

    /// <summary>The part of the capacity up to which a class is served. A class that is not named is neither counted nor shed.</summary>
    public Dictionary<string, double> Parts { get; init; } = [];
}
