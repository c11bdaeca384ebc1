using System.Diagnostics.CodeAnalysis;

namespace Conformance;

/// <summary>What a stage came to: a value, or the reason why there is none.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed record Attempt<T>
    where T : class
{
    private Attempt(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value; null when the stage was refused.</summary>
    public T? Value { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Value is not null;

    /// <summary>A stage that worked.</summary>
    /// <param name="value">What it made.</param>
    public static implicit operator Attempt<T>(T value) => new(value, null);

    /// <summary>A stage that did not.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Attempt<T>(Refusal refusal) => new(null, refusal);
}
