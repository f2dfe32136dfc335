using System.Collections.Immutable;

namespace Ecosystem.Notifications;

/// <summary>What is to be said to whom, before it is known in which language.</summary>
public sealed record Note(string Recipient, Template Template, ImmutableDictionary<string, string> Arguments)
{
    /// <exception cref="ArgumentException">The contract lacked something: better an undelivered message that operators see than one with holes.</exception>
    public static Note Of(string recipient, Template template, params ReadOnlySpan<(string Name, string Value)> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(recipient);
        var builder = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in arguments)
        {
            ArgumentNullException.ThrowIfNull(value, name);
            builder.Add(name, value);
        }

        return new(recipient, template, builder.ToImmutable());
    }
}
