namespace Ecosystem.Feedback.Configuration;

/// <summary>A configuration of which every part counts from a date on, so that a decision can be entered before it takes effect.</summary>
/// <typeparam name="T">What is in force at one moment.</typeparam>
public interface IScheduled<T>
{
    /// <summary>Pure: what is in force at a time.</summary>
    T At(DateTimeOffset time);

    /// <summary>When something else comes into force.</summary>
    IEnumerable<DateTimeOffset> Turns { get; }
}
