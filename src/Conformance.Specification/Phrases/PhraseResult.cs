using System.Diagnostics.CodeAnalysis;

namespace Conformance.Specification.Phrases;

/// <summary>What a phrase means, or the forms that would have been understood.</summary>
internal sealed class PhraseResult<T>
{
    private PhraseResult(T? value, string? accepted)
    {
        Value = value;
        Accepted = accepted;
    }

    public T? Value { get; }

    /// <summary>The accepted forms; null when the phrase was understood.</summary>
    public string? Accepted { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Accepted))]
    public bool IsUnderstood => Accepted is null;

    public static PhraseResult<T> Of(T value) => new(value, null);

    public static PhraseResult<T> NotUnderstood(string accepted) => new(default, accepted);
}
